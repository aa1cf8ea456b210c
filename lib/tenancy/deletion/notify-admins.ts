import type { ControlDb } from '@/db/control';
import { mailWhoMay } from '../../access/people/mail-who-may';
import type { TenantFacts } from '../../doors/caller';
import { formatDay } from '../../format';
import type { Letter } from '../../mail/letter';
import type { Dated } from './letters';

/** Writes to everybody who could cancel the deletion. */
export const notifyAdmins = (
  db: ControlDb,
  { tenant, dueAt }: { tenant: TenantFacts; dueAt: Date },
  letterTo: (addressed: Dated) => Letter,
): Promise<void> =>
  mailWhoMay(
    db,
    { tenant, permission: 'workspace.delete', path: '/settings/data' },
    (addressed) => {
      const { language: locale } = addressed;
      return letterTo({
        ...addressed,
        day: formatDay(dueAt, { locale, timeZone: tenant.timeZone }),
      });
    },
  );

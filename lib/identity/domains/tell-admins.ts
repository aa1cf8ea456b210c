import { mailWhoMay } from '../../access/people/mail-who-may';
import type { ControlCtx } from '../../doors/ctx';
import { formatDay } from '../../format';
import {
  domainBrokenLetter,
  domainMendedLetter,
  domainReleasedLetter,
  domainTakenLetter,
} from './letters';

const place = { permission: 'security.manage', path: '/settings/security/email-domains' } as const;

type Db = ControlCtx['db'];

interface Broken {
  domain: string;
  /** Until when the proof counts; null once it does not. */
  until: Date | null;
}

/** Mails who may set the rules of sign-in, except whoever just looked, that a record is gone. */
export const tellOfBroken = ({ tenant, actor }: ControlCtx, db: Db, { domain, until }: Broken) =>
  mailWhoMay(db, { ...place, tenant, except: actor.id }, (addressed) => {
    const at = { locale: addressed.language, timeZone: tenant.timeZone };
    return domainBrokenLetter(addressed, { domain, until: until && formatDay(until, at) });
  });

/** The same, that it is back. */
export const tellOfMended = (
  { tenant, actor }: ControlCtx,
  db: Db,
  mended: { domain: string; joins: boolean },
) =>
  mailWhoMay(db, { ...place, tenant, except: actor.id }, (addressed) =>
    domainMendedLetter(addressed, mended),
  );

/** The same, that another workspace has proven it. */
export const tellOfTaken = ({ tenant, actor }: ControlCtx, db: Db, domain: string) =>
  mailWhoMay(db, { ...place, tenant, except: actor.id }, (addressed) =>
    domainTakenLetter(addressed, domain),
  );

/** The same, that staff ended the tenant's hold. */
export const tellOfRelease = ({ tenant }: ControlCtx, db: Db, domain: string) =>
  mailWhoMay(db, { ...place, tenant }, (addressed) => domainReleasedLetter(addressed, domain));

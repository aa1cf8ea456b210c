import { FormSection } from '@/components/ui/form-section';
import { grantsProcedures } from '@/lib/access/grants/procedures';
import { roleNames } from '@/lib/access/permissions';
import type { MemberDoor } from '@/lib/doors/page';
import { formatDay } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { readerOf } from '../../_shell/reader';

/** Which other workspaces may look at something about the reader, and until when. */
export async function WhoMayLook({ door }: { door: MemberDoor }) {
  const t = await wording('member');
  const { grants } = await door.call(grantsProcedures.whoMayLook, {});
  const reader = readerOf(door);
  return (
    <FormSection
      title={t('Who may look')}
      description={t('Other workspaces that {tenant} lets look at something about you.', {
        tenant: door.tenant.name,
      })}
    >
      {grants.length === 0 ? (
        <p className="text-muted">{t('No other workspace may look at anything about you here.')}</p>
      ) : (
        <ul className="flex flex-col gap-4">
          {grants.map(({ id, partner, title, place, roles, purpose, endsAt }) => (
            <li key={id} className="min-w-0">
              <p className="font-medium">{partner.name}</p>
              <p className="text-pretty">
                {place && place.fields.length > 0
                  ? t('{place}: {fields}', {
                      place: place.name,
                      fields: place.fields.map(({ name }) => name).join(', '),
                    })
                  : (place?.name ?? t.said(title))}
              </p>
              <p className="text-pretty text-muted text-sm">
                {t('For {roles} there, until {day}. {purpose}', {
                  roles: roles.map((key) => t.said(roleNames[key])).join(', '),
                  day: formatDay(endsAt, reader),
                  purpose,
                })}
              </p>
            </li>
          ))}
        </ul>
      )}
    </FormSection>
  );
}

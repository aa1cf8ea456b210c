import type { ShownGrant } from '@/lib/access/grants/shapes';
import { roleNames } from '@/lib/access/permissions';
import { formatDay, type Reader } from '@/lib/format';
import type { Wording } from '@/lib/language/wording';

/** A grant as its tables show it. */
export interface GrantLine {
  id: string;
  partner: string;
  address: string;
  active: boolean;
  place: string;
  /** What of it: fields, and whom or which rows it is about. */
  what: string;
  purpose: string;
  /** Who gave it. */
  by: string;
  roles: { key: ShownGrant['roles'][number]; name: string }[];
  /** Keys of those that may look, once it was accepted. */
  open: string[];
  state: ShownGrant['state'];
  /** Until when, or who ended it and when. */
  until: string;
}

export const lineOf =
  (reader: Reader, t: Wording<'settings'>) =>
  (grant: ShownGrant): GrantLine => ({
    id: grant.id,
    partner: grant.partner.name,
    address: new URL(grant.partner.url).host,
    active: grant.partner.active,
    place: grant.placeName,
    what: whatOf(grant, t),
    purpose: grant.purpose,
    by: grant.giverLeft
      ? t('Given by {name}, who has left', { name: grant.createdByName })
      : t('Given by {name}', { name: grant.createdByName }),
    roles: grant.roles.map((key) => ({ key, name: t.said(roleNames[key]) })),
    open: grant.answer?.roles ?? [],
    state: grant.state,
    until: untilOf(grant, reader, t),
  });

function whatOf({ fields, personField, rows }: ShownGrant, t: Wording<'settings'>): string {
  const names = fields.map(({ name }) => name).join(', ');
  return personField
    ? t('{fields}. Records whose {field} is in both workspaces', {
        fields: names,
        field: personField.name,
      })
    : t('{fields}. {count, plural, one {# chosen record} other {# chosen records}}', {
        fields: names,
        count: rows,
      });
}

function untilOf(grant: ShownGrant, reader: Reader, t: Wording<'settings'>): string {
  const { state, endedAt, endedByName, endsAt, answer } = grant;
  if (state === 'ended' && endedAt) {
    return t('{name}, {day}', { name: endedByName ?? '', day: formatDay(endedAt, reader) });
  }
  if (state === 'declined' && answer) {
    return t('{name}, {day}', { name: answer.byName, day: formatDay(answer.at, reader) });
  }
  return t('until {day}', { day: formatDay(endsAt, reader) });
}

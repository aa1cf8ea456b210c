import type { BuiltInRole } from '@/lib/access/permissions';
import { momentAt } from '@/lib/wall-time';

interface Named {
  id: string;
  name: string;
}

/** What can be shared. */
export interface Place extends Named {
  view: string;
  fields: Named[];
  personFields: Named[];
}

export interface GrantDraft {
  address: string;
  placeId: string;
  fieldIds: string[];
  reach: 'people' | 'rows';
  personFieldId: string;
  rows: Named[];
  roles: BuiltInRole[];
  /** The last day. */
  until: string;
  purpose: string;
}

/** A draft about this place: whom its records are about goes by a field that it has. */
export const aboutPlace = (draft: GrantDraft, place: Place | undefined): GrantDraft => ({
  ...draft,
  placeId: place?.id ?? '',
  fieldIds: [],
  rows: [],
  personFieldId: place?.personFields[0]?.id ?? '',
  reach: place?.personFields.length ? 'people' : 'rows',
});

export const blank: GrantDraft = {
  address: '',
  placeId: '',
  fieldIds: [],
  reach: 'people',
  personFieldId: '',
  rows: [],
  roles: [],
  until: '',
  purpose: '',
};

/** As the procedure takes it; the last day ends at midnight on the clock of this workspace. */
export function inputOf(draft: GrantDraft, view: string, timeZone: string) {
  const { reach, personFieldId, rows, until, address, placeId, fieldIds, roles, purpose } = draft;
  const byPeople = reach === 'people';
  return {
    ...{ address, view, placeId, fieldIds, roles, purpose },
    personFieldId: byPeople ? personFieldId || null : null,
    rowIds: byPeople ? [] : rows.map(({ id }) => id),
    endsAt: (momentAt(`${until}T23:59:59`, timeZone) ?? new Date(0)).toISOString(),
  };
}

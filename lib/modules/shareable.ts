import type { TenantDb } from '@/db/tenant';
import type { TenantCtx } from '../doors/ctx';

interface Named {
  id: string;
  name: string;
}

/** A thing of a module that can be shared, as far as whoever shares it sees it. */
export interface SharePlace extends Named {
  /** What may be shown of each row. */
  fields: Named[];
  /** Those that say whom a row is about. */
  personFields: Named[];
}

/** What somebody chose to share; `personFieldId` for rows about people, `rowIds` for these rows. */
export interface ShareChoice {
  placeId: string;
  fieldIds: readonly string[];
  personFieldId: string | null;
  rowIds: readonly string[];
}

/** What was shared, as it was settled then. */
export interface Shared {
  placeId: string;
  fields: readonly Named[];
  personField: Named | null;
  rowIds: readonly string[];
}

export interface SharedPage {
  placeName: string;
  /** Names of the fields that are still there to be shown. */
  columns: string[];
  /** Whom each row is about, where that is what was shared, and its values as they are read. */
  rows: { personId: string | null; values: string[] }[];
  total: number;
}

/** What of something shared is there for somebody. */
export interface SeenPlace {
  placeName: string;
  fields: Named[];
}

/** Who shares: their rights and their rules count. */
export type SharingCtx = Pick<TenantCtx, 'db' | 'actor' | 'caller' | 'tenant'>;

/** What stands behind a shareable view. */
export interface Shareable {
  /** What who gives it has to hold, and who is told what of it is shared. */
  permission: string;
  /** What the caller could share. */
  places(ctx: SharingCtx): Promise<SharePlace[]>;
  /** Rows of a place by their names, for who chooses some. Throws `not_found`. */
  rows(ctx: SharingCtx, placeId: string, search: string): Promise<Named[]>;
  /** Checks a choice and names what it holds. Throws `invalid` for what is not there to share. */
  settle(
    ctx: SharingCtx,
    choice: ShareChoice,
  ): Promise<{ placeName: string; fields: Named[]; personField: Named | null }>;
  /**
   * Reads in the plane of the tenant that shares, for an outsider: nothing but what was shared, and of
   * rows about people those about `people`. Throws `precondition` when it is not there any more.
   */
  read(
    there: { db: TenantDb; timeZone: string },
    shared: Shared,
    asked: { people: readonly string[]; offset: number; limit: number },
  ): Promise<SharedPage>;
  /** Which of these open rows about this person. */
  concerning(
    there: { db: TenantDb },
    shared: readonly Shared[],
    personId: string,
  ): Promise<boolean[]>;
  /** What the caller sees of each of these; null where it is not there for them. */
  seen(ctx: SharingCtx, shared: readonly Shared[]): Promise<(SeenPlace | null)[]>;
}

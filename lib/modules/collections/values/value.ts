/** A field's value as it is stored in a record's document; empty is null. */
export type Value = string | number | boolean | null;

/** What a value became, or why it cannot be one. */
export type Parsed = { ok: true; value: Value } | { ok: false; message: string };

export const accept = (value: Value): Parsed => ({ ok: true, value });
export const refuse = (message: string): Parsed => ({ ok: false, message });

/** People by id, lower-cased e-mail and lower-cased name; null where a name is held by several. */
export interface PeopleIndex {
  ids: ReadonlyMap<string, string>;
  names: ReadonlyMap<string, string | null>;
}

export const nobody: PeopleIndex = { ids: new Map(), names: new Map() };

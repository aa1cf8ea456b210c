/** A field's value as it is stored in a document; empty is null, and a list is never empty. */
export type Value = string | number | boolean | string[] | null;

/** What a value became, or why it cannot be one. */
export type Parsed =
  | {
      ok: true;
      value: Value;
      /** What of the original is not in the value any more, for people to read. */
      dropped?: string;
    }
  | {
      ok: false;
      /** Words that follow the field's name, or a whole sentence of the designer's. */
      message: string;
      whole?: true;
    };

export const accept = (value: Value): Parsed => ({ ok: true, value });

/** As `accept`, for a value that says less than what it was made of. */
export const acceptWithout = (value: Value, dropped: string | undefined): Parsed =>
  dropped === undefined ? { ok: true, value } : { ok: true, value, dropped };

export const refuse = (message: string): Parsed => ({ ok: false, message });

/** Refuses in words of somebody's own. */
export const refuseAs = (sentence: string): Parsed => ({
  ok: false,
  message: sentence,
  whole: true,
});

/** Whether two values are the same one; lists are compared by what they hold, in order. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return (a ?? null) === (b ?? null);
  return a.length === b.length && a.every((one, index) => one === b[index]);
}

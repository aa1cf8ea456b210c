/** Nobody is left alone for longer, whatever they ask for. */
const longestSeconds = 24 * 3_600;

/** What a `Retry-After` asks for, in seconds; null where it says nothing that can be read. */
export function secondsAskedFor(header: string | null, now = Date.now()): number | null {
  const text = header?.trim() ?? '';
  if (/^\d{1,9}$/.test(text)) return Math.min(Number(text), longestSeconds);
  const at = /^[A-Z][a-z]{2}, /.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(at)) return null;
  return Math.min(Math.max(0, Math.ceil((at - now) / 1000)), longestSeconds);
}

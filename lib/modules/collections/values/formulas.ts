/** How text begins that a spreadsheet would run; the wide signs count as the plain ones do. */
const runs = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const held = /^'+[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Text that no spreadsheet takes for a formula: what could be one stands behind an apostrophe. */
export const guarded = (text: string): string => (runs.test(text) ? `'${text}` : text);

/** The inverse of `guarded`. */
export const unguarded = (text: string): string => (held.test(text) ? text.slice(1) : text);

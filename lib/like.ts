/** Pattern for `ilike` that finds `text` anywhere, with its own wildcards taken as they stand. */
export const containing = (text: string) => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

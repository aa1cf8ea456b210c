/** The entries of a value of several. */
export const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);

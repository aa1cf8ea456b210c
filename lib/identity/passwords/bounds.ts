/** Characters a password has at least: alone, and where a second factor is asked for besides. */
export const shortest = { alone: 15, besideFactor: 8 } as const;

export const longest = 200;

/** A password as it is judged and hashed, however a keyboard composes its letters. */
export const normalPassword = (typed: string): string => typed.normalize('NFKC');

/** Heads the column with the reasons among rows to mend; an import leaves it out. */
export const reasonColumn = 'Why it was not imported';

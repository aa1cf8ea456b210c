/** How far back the log of changes is asked for, days. */
export const momentDays = 7;

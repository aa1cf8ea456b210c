/** How long a deleted record can be brought back, days. */
export const keptDays = 30;

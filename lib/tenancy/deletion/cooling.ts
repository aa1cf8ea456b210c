/** How long a workspace goes on after its deletion was asked for, days. */
export const coolingDays = 14;

/** How long before the end its admins are told once more, days. */
export const remindDays = 3;

export const dayMs = 86_400_000;

/** What an act answers that was not even asked for, with the words on why, and at which field. */
export const refused = (message: string, field?: string) =>
  ({ ok: false, error: { message, fields: field ? { [field]: message } : {} } }) as const;

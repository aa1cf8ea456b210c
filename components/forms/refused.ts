/** What an act answers that was not even asked for, with the words on why. */
export const refused = (message: string) =>
  ({ ok: false, error: { message, fields: {} } }) as const;

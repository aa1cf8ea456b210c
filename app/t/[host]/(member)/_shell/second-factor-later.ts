/** Holds the notice of a second factor back on this device for a day: `1` or absent. */
export const secondFactorLaterCookie = 'second-factor-later';

export function remindTomorrow(): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Firefox and Safari
  document.cookie = `${secondFactorLaterCookie}=1; path=/; samesite=lax; max-age=86400`;
}

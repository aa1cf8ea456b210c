interface Sayer {
  said(text: string): string;
}

/** What an entry of the trail is about, as people call it. */
export const kindWords = (kind: string, t: Sayer): string => t.said(kind).replaceAll('_', ' ');

/** The name of a table as people read it. */
export function tableWords(name: string, t: Sayer): string {
  const words = kindWords(name, t);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

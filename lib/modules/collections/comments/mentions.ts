/** A mention as it stands in a comment's text. */
const token = /@\[([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\]/g;

/** Ids of those whom a text mentions, each once. */
export const mentionedIn = (body: string): string[] => [
  ...new Set([...body.matchAll(token)].map(([, id]) => id as string)),
];

export type Piece = { text: string } | { id: string };

/** A text as plain pieces and mentions, in order. */
export function piecesOf(body: string): Piece[] {
  const parts = body.split(token);
  return parts.flatMap((part, index): Piece[] => {
    if (index % 2 === 1) return [{ id: part }];
    return part ? [{ text: part }] : [];
  });
}

interface Named {
  id: string;
  name: string;
}

/** A text as a person writes it, with names in place of ids. */
export const toWriting = (body: string, people: readonly Named[]): string =>
  body.replace(token, (_, id: string) => {
    const name = people.find((one) => one.id === id)?.name;
    return `@${name ?? 'somebody'}`;
  });

/** A text as it is kept: names that were chosen from the list become ids, the longest first. */
export function fromWriting(text: string, chosen: readonly Named[]): string {
  const byLength = [...chosen].sort((one, other) => other.name.length - one.name.length);
  return byLength.reduce((body, { id, name }) => body.replaceAll(`@${name}`, `@[${id}]`), text);
}

import type { JsonSchema, Subject } from './subject';

/** What a path or a name calls a thing, where that differs from the name of its id. */
const nouns: Record<string, string> = {
  people: 'membership',
  sessions: 'login',
  audit: 'event',
  tell: 'grant',
  deliver: 'mail',
};

const singular = (noun: string) => noun.replace(/ies$/, 'y').replace(/s$/, '');

/** Name of the id that an operation's field `name` holds, or null when it holds none. */
export function idNameOf(subject: Subject, name: string): string | null {
  if (name === 'id') return `${nounOf(subject)}Id`;
  if (name === 'ids') return `${singular(firstPart(subject))}Id`;
  if (name.endsWith('Ids')) return name.slice(0, -1);
  return name.endsWith('Id') ? name : null;
}

/** The thing an operation's bare `id` is of: by its path, else by its name. */
function nounOf(subject: Subject): string {
  const { path, name } = subject.meta;
  const before = path?.match(/\/([a-z-]+)(?:\/\{(?!id\})\w+\})*\/\{id\}/)?.[1];
  const noun = before ?? (path === null ? (name.split('.').at(-1) ?? name) : firstPart(subject));
  return nouns[noun] ?? camel(singular(noun));
}

/** Every id that an operation's input can name. */
export const idNamesOf = (subject: Subject): string[] =>
  fieldNames(subject.schema).flatMap((name) => idNameOf(subject, name) ?? []);

function fieldNames(schema: JsonSchema): string[] {
  const inner = [schema.items, ...(schema.anyOf ?? []), ...(schema.allOf ?? [])];
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
      name,
      ...fieldNames(property),
    ]),
    ...inner.flatMap((one) => (one ? fieldNames(one) : [])),
  ];
}

/** Name of the id that an operation which makes a thing answers. */
export const madeIdName = (subject: Subject) => `${singular(firstPart(subject))}Id`;

/** Snake-case name of the table whose rows an id may be of. */
export const tableOf = (idName: string) => {
  const noun = idName.slice(0, -2).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`;
};

const firstPart = ({ meta }: Subject) => meta.name.split('.')[0] ?? meta.name;

const camel = (text: string) =>
  text.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

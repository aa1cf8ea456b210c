import { accept, type Parsed, refuse } from './value';

/** A field whose values are ids of its own options. */
export interface WithChoices {
  options: { choices?: readonly { id: string; name: string }[] };
}

/** An option by its id or, whatever the case, its name; stored as the id. */
export function parseChoice(field: WithChoices, raw: unknown): Parsed {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') {
    return refuse('must be one of the options');
  }
  const text = String(raw).normalize('NFC').trim();
  if (!text) return accept(null);
  const choices = field.options.choices ?? [];
  const name = text.toLowerCase();
  const found =
    choices.find((choice) => choice.id === text) ??
    choices.find((choice) => choice.name.toLowerCase() === name);
  if (found) return accept(found.id);
  return refuse(`is not one of the options: ${listed(choices.map((choice) => choice.name))}`);
}

const listed = (names: string[]) =>
  names.length > 8
    ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more`
    : names.join(', ');

/** The name of a choice; nothing for one that is gone. */
export const choiceNamed = ({ options }: WithChoices, id: string): string =>
  options.choices?.find((choice) => choice.id === id)?.name ?? '';

/** Several options, each by id or name, as a list or a text; stored as ids in the field's order. */
export function parseChoices(field: WithChoices, raw: unknown): Parsed {
  const known = idsOf(field);
  const names = typeof raw === 'string' ? namesIn(known, raw) : Array.isArray(raw) ? raw : [raw];
  if (names.length > mostChoices) return refuse(`has more than ${mostChoices} options`);
  const ids = new Set<string>();
  for (const name of names) {
    const id = typeof name === 'string' ? idOf(known, name) : undefined;
    const parsed = id === undefined ? parseChoice(field, name) : accept(id);
    if (!parsed.ok) return parsed;
    if (parsed.value !== null) ids.add(String(parsed.value));
  }
  return accept(inOrder(field, ids));
}

const mostChoices = 200;
/** Of a text that lists options, and of one name in it. */
const longestList = 20_000;
const longestName = 200;

/** The chosen ones as the field lists them; null for none. */
export const inOrder = ({ options }: WithChoices, ids: ReadonlySet<string>): string[] | null => {
  const ordered = (options.choices ?? []).flatMap(({ id }) => (ids.has(id) ? [id] : []));
  return ordered.length > 0 ? ordered : null;
};

interface Known {
  ids: ReadonlySet<string>;
  names: ReadonlyMap<string, string>;
}

function idsOf({ options: { choices = [] } }: WithChoices): Known {
  const names = new Map<string, string>();
  for (const { id, name } of choices) {
    if (!names.has(name.toLowerCase())) names.set(name.toLowerCase(), id);
  }
  return { ids: new Set(choices.map(({ id }) => id)), names };
}

function idOf({ ids, names }: Known, raw: string): string | undefined {
  if (raw.length > longestName) return undefined;
  const text = raw.normalize('NFC').trim();
  return ids.has(text) ? text : names.get(text.toLowerCase());
}

/**
 * The names in a text that lists them by commas, semicolons or lines; a name may hold such itself.
 * It ends at one more than may be chosen.
 */
function namesIn(known: Known, text: string): string[] {
  if (text.length > longestList) return [text];
  const pieces = text.normalize('NFC').split(/([,;\n])/);
  const names: string[] = [];
  for (let at = 0; at < pieces.length && names.length <= mostChoices; at += 2) {
    let end = at;
    for (let to = at; to < pieces.length && to < at + 10; to += 2) {
      if (idOf(known, pieces.slice(at, to + 1).join('')) !== undefined) end = to;
    }
    names.push(pieces.slice(at, end + 1).join(''));
    at = end;
  }
  return names;
}

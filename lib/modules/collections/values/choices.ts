import type { StoredField } from '../fields/shapes';
import { accept, acceptWithout, type NameIndex, type Parsed, refuse } from './value';

/** An option by its id or, whatever the case, its name; stored as the id. */
export function parseChoice(field: Pick<StoredField, 'options'>, raw: unknown): Parsed {
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
export const choiceNamed = ({ options }: Pick<StoredField, 'options'>, id: string): string =>
  options.choices?.find((choice) => choice.id === id)?.name ?? '';

type WithOptions = Pick<StoredField, 'options'>;

/** The id a choice has under other options: itself, or its namesake. */
export function keepChoice(from: WithOptions, to: WithOptions, id: string): string | Parsed {
  const choices = to.options.choices ?? [];
  if (choices.some((choice) => choice.id === id)) return id;
  const name = choiceNamed(from, id).toLowerCase();
  const namesake = choices.find((choice) => choice.name.toLowerCase() === name);
  return namesake?.id ?? refuse('is an option that is being removed');
}

/** A member by id, e-mail or unmistakable name; stored as the id. */
export function parsePerson(people: NameIndex, raw: unknown): Parsed {
  if (typeof raw !== 'string') return refuse('must be a member');
  const text = raw.normalize('NFC').trim().toLowerCase();
  if (!text) return accept(null);
  if (people.ids.has(text)) return accept(text);
  const found = people.names.get(text);
  if (found === null) return refuse('is the name of several members; use the e-mail address');
  return found ? accept(found) : refuse('is not a member');
}

/** Several options, each by id or name, as a list or a text; stored as ids in the field's order. */
export function parseChoices(field: WithOptions, raw: unknown): Parsed {
  const names = typeof raw === 'string' ? namesIn(field, raw) : Array.isArray(raw) ? raw : [raw];
  if (names.length > mostChoices) return refuse(`has more than ${mostChoices} options`);
  const ids = new Set<string>();
  for (const name of names) {
    const parsed = parseChoice(field, name);
    if (!parsed.ok) return parsed;
    if (parsed.value !== null) ids.add(String(parsed.value));
  }
  return accept(inOrder(field, ids));
}

const mostChoices = 200;

const inOrder = ({ options }: WithOptions, ids: ReadonlySet<string>): string[] | null => {
  const ordered = (options.choices ?? []).flatMap(({ id }) => (ids.has(id) ? [id] : []));
  return ordered.length > 0 ? ordered : null;
};

/** The names in a text that lists them by commas, semicolons or lines; a name may hold such itself. */
function namesIn(field: WithOptions, text: string): string[] {
  const pieces = text.normalize('NFC').split(/([,;\n])/);
  const names: string[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    let end = at;
    for (let to = at; to < pieces.length && to < at + 10; to += 2) {
      const parsed = parseChoice(field, pieces.slice(at, to + 1).join(''));
      if (parsed.ok && parsed.value !== null) end = to;
    }
    names.push(pieces.slice(at, end + 1).join(''));
    at = end;
  }
  return names;
}

/** What remains of a list under other options; what is removed is named as lost. */
export function keepChoices(from: WithOptions, to: WithOptions, ids: readonly string[]): Parsed {
  const kept = new Set<string>();
  const lost: string[] = [];
  for (const id of ids) {
    const next = keepChoice(from, to, id);
    if (typeof next === 'string') kept.add(next);
    else lost.push(choiceNamed(from, id));
  }
  const rest = inOrder(to, kept);
  if (rest === null) return refuse('has only options that are being removed');
  return acceptWithout(rest, lost.length > 0 ? lost.join(', ') : undefined);
}

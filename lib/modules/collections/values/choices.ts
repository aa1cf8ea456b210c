import type { StoredField } from '../fields/shapes';
import { accept, type Parsed, type PeopleIndex, refuse } from './value';

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

/** A member by id, e-mail or unmistakable name; stored as the id. */
export function parsePerson(people: PeopleIndex, raw: unknown): Parsed {
  if (typeof raw !== 'string') return refuse('must be a member');
  const text = raw.normalize('NFC').trim().toLowerCase();
  if (!text) return accept(null);
  if (people.ids.has(text)) return accept(text);
  const found = people.names.get(text);
  if (found === null) return refuse('is the name of several members; use the e-mail address');
  return found ? accept(found) : refuse('is not a member');
}

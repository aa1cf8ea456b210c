import { choiceNamed, inOrder } from '@/lib/fields/choices';
import { accept, acceptWithout, type Parsed, refuse } from '@/lib/fields/value';
import type { StoredField } from '../fields/shapes';
import type { NameIndex } from './value';

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

import type { FieldOptions, StoredChoice, StoredField } from '../shapes';
import type { OptionProblem, Side, ValueSchema } from './field-type';

/** Choices as they are stored, each with its id. */
export const storedChoices = ({ choices }: FieldOptions): StoredField['options'] => ({
  choices: (choices ?? []).map(storedChoice),
});

const storedChoice = ({
  id,
  name,
  color = 'gray',
}: NonNullable<FieldOptions['choices']>[number]): StoredChoice => ({
  id: id ?? newId(),
  name: name.normalize('NFC'),
  color,
});

const newId = () =>
  [...crypto.getRandomValues(new Uint8Array(5))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** Refuses choices of one name or id. */
export function checkChoices({ choices = [] }: FieldOptions): OptionProblem | null {
  const names = choices.map(({ name }) => name.normalize('NFC').toLowerCase());
  const ids = choices.flatMap(({ id }) => (id ? [id] : []));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice === undefined && new Set(ids).size === ids.length) return null;
  return { path: 'choices', message: `Two options are named ${twice ?? 'with one id'}.` };
}

export const otherChoices = (from: FieldOptions, to: FieldOptions) =>
  JSON.stringify(from.choices) !== JSON.stringify(to.choices);

/** The place of a choice and its id, sortable as text; null for one that is gone. */
export function rankOf({ options }: Pick<Side, 'options'>, id: string): string | null {
  const index = options.choices?.findIndex((choice) => choice.id === id) ?? -1;
  return index < 0 ? null : `${String(index).padStart(3, '0')}:${id}`;
}

/** Lengths, form and message of a text. */
export const textOptions = ({ minLength, maxLength, pattern, message }: FieldOptions) =>
  definedOf({
    minLength: minLength || undefined,
    maxLength,
    pattern: pattern || undefined,
    message: message || undefined,
  });

export const checkLengths = ({ minLength = 0, maxLength }: FieldOptions): OptionProblem | null =>
  maxLength !== undefined && minLength > maxLength
    ? { path: 'maxLength', message: 'The greatest length is below the least.' }
    : null;

export function brokenLength(value: unknown, { options }: Side): string | undefined {
  const { minLength = 0, maxLength } = options;
  const length = [...String(value)].length;
  if (length < minLength) return `must have at least ${counted(minLength)}`;
  return maxLength !== undefined && length > maxLength
    ? `must have at most ${counted(maxLength)}`
    : undefined;
}

const counted = (n: number) => `${n} ${n === 1 ? 'character' : 'characters'}`;

/** First and last day, and message, of a date. */
export const dayOptions = ({ from, to, message }: FieldOptions) =>
  definedOf({ from, to, message: message || undefined });

export const checkDays = ({ from, to }: FieldOptions): OptionProblem | null =>
  from !== undefined && to !== undefined && from > to
    ? { path: 'to', message: 'The last day is before the first.' }
    : null;

export function outOfDays({ options: { from, to } }: Side, day: string): string | undefined {
  if (from !== undefined && day < from) return `must not be before ${from}`;
  return to !== undefined && day > to ? `must not be after ${to}` : undefined;
}

export const definedOf = <T extends object>(value: T) =>
  Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as {
    [K in keyof T]: Exclude<T[K], undefined>;
  };

/** One of the field's options, by id. */
export function choiceSchema({ options: { choices = [] } }: Side): ValueSchema {
  const names = choices.map(({ id, name }) => `${id}: ${name}`).join(', ');
  return { type: 'string', enum: choices.map(({ id }) => id), description: names };
}

import { AppError } from '../errors';
import { fill } from './fill';
import { errors } from './ko/errors';
import { fileKinds } from './ko/errors/forms';
import type { Language } from './languages';

interface Pattern {
  matcher: RegExp;
  names: string[];
  korean: string;
}

/**
 * The words of a refusal in a language. Verbs refuse in English; a door that speaks to a person says
 * it in theirs. Words that nobody translated stay English rather than get lost.
 */
export function refusalIn(language: Language, error: AppError): AppError {
  if (language === 'en') return error;
  const fields = Object.fromEntries(
    Object.entries(error.fields).map(([path, words]) => [path, korean(words)]),
  );
  const { code, message, retryAfterSeconds, current, cause } = error;
  const detail = {
    fields,
    cause,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(current !== undefined && { current }),
  };
  return new AppError(code, messageOf(message, fields, error), detail);
}

/** One sentence of a refusal, for answers that carry it as data. */
export const sentenceIn = (language: Language, words: string): string =>
  language === 'en' ? words : korean(words);

// A refusal of a field says `path: words`.
function messageOf(message: string, fields: Record<string, string>, { fields: before }: AppError) {
  const [first] = Object.entries(before);
  const named = first && message === `${first[0]}: ${first[1]}`;
  return named ? `${first[0]}: ${fields[first[0]]}` : korean(message);
}

function korean(words: string): string {
  const whole = Object.hasOwn(errors, words) ? errors[words] : undefined;
  if (whole !== undefined) return whole;
  for (const { matcher, names, korean: said } of patterns()) {
    const found = matcher.exec(words);
    if (!found) continue;
    const values = Object.fromEntries(
      names.map((name, at) => [name, valueIn(name, found[at + 1] ?? '')]),
    );
    return fill(said, values, 'ko');
  }
  return words;
}

/** What stands in a pattern may be words too; `kinds` is a list of them. */
const valueIn = (name: string, text: string): string =>
  name === 'kinds'
    ? text
        .split(', ')
        .map((kind) => fileKinds[kind] ?? kind)
        .join(', ')
    : korean(text);

let known: Pattern[] | undefined;

/** The more a pattern says by itself, the sooner it is tried. */
function patterns(): Pattern[] {
  known ??= Object.entries(errors)
    .filter(([english]) => english.includes('{'))
    .map(([english, said]) => ({ english, said, own: english.replace(/\{\w+\}/g, '').length }))
    .sort((a, b) => b.own - a.own)
    .map(({ english, said }) => patternOf(english, said));
  return known;
}

function patternOf(english: string, said: string): Pattern {
  const names = [...english.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const source = english
    .split(/\{\w+\}/)
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('(.{1,300}?)');
  return { matcher: new RegExp(`^${source}$`, 's'), names, korean: said };
}

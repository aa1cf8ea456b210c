import { createElement, Fragment, type ReactNode } from 'react';
import { fill, type Value, type Values } from './fill';
import type { ko } from './ko';
import type { Language } from './languages';

/** A part of the product whose messages travel together. `shared` is part of each. */
export type Area = keyof typeof ko;

/** The messages of an area: the English words themselves. */
export type Message<A extends Area> = keyof (typeof ko)[A] | keyof (typeof ko)['shared'];

/** The messages of an area that take no values. */
export type Plain<A extends Area> = {
  [M in Message<A>]: [Names<M>] extends [never] ? M : never;
}[Message<A>];

/** Messages of one area in another language; none for English. */
export type Messages = Readonly<Record<string, string>>;

type Names<M> = M extends `${string}{${infer Inner}}${infer After}`
  ? Inner extends `${infer Name},${string}`
    ? Name | (After extends `${string}}}${infer Later}` ? Names<Later> : never)
    : Inner | Names<After>
  : never;

type Rest<M> = [Names<M>] extends [never]
  ? []
  : [values: Readonly<Record<Names<M> & string, Value>>];

type Tags = Readonly<Record<string, Value | ((inner: string) => ReactNode)>>;

/** Says the messages of an area in one language. */
export interface Wording<A extends Area> {
  <const M extends Message<A>>(message: M, ...values: Rest<M>): string;
  /** A text that comes as data (a title, a role's name): translated where it is known. */
  said(text: string): string;
  /** The same for labels and descriptions of a list of choices. */
  labelled<T extends { label: string; description?: string }>(choices: readonly T[]): T[];
  /** A message with tags, `Join <b>{name}</b>`; each tag's value makes an element of what it holds. */
  rich(message: Message<A>, values: Tags): ReactNode;
  language: Language;
}

/** What is missing is said in English, so that nothing is ever blank. */
export function makeWording<A extends Area>(language: Language, known: Messages[]): Wording<A> {
  const find = (message: string) => {
    for (const messages of known) if (Object.hasOwn(messages, message)) return messages[message];
    return undefined;
  };
  const say = (message: string, values: Values = {}) =>
    fill(find(message) ?? message, values, language);
  const said = (text: string) => find(text) ?? text;
  return Object.assign(say, {
    said,
    labelled: <T extends { label: string; description?: string }>(choices: readonly T[]) =>
      choices.map((choice) => ({
        ...choice,
        label: said(choice.label),
        ...(choice.description !== undefined && { description: said(choice.description) }),
      })),
    rich: (message: string, values: Tags) => richly(find(message) ?? message, values, language),
    language,
  }) as unknown as Wording<A>;
}

const tagged = /<(\w+)>(.*?)<\/\1>/g;

function richly(message: string, given: Tags, language: Language): ReactNode {
  const values = Object.fromEntries(
    Object.entries(given).filter(([, value]) => typeof value !== 'function'),
  ) as Values;
  const parts: ReactNode[] = [];
  let from = 0;
  for (const found of message.matchAll(tagged)) {
    const [whole, tag = '', inner = ''] = found;
    const make = given[tag];
    parts.push(fill(message.slice(from, found.index), values, language));
    const text = fill(inner, values, language);
    parts.push(typeof make === 'function' ? make(text) : text);
    from = found.index + whole.length;
  }
  parts.push(fill(message.slice(from), values, language));
  return createElement(Fragment, null, ...parts);
}

/** What a part of a formula comes to. A text and a yes or no are never nothing; the others may be. */
export type Kind = 'number' | 'text' | 'yes_no' | 'date' | 'moment';

/** A field whose value a formula reads. */
export interface Input {
  key: string;
  type: string;
  options: {
    choices?: readonly { id?: string | undefined; name: string }[] | undefined;
    decimals?: number | undefined;
    currency?: string | undefined;
  };
}

export const units = ['seconds', 'minutes', 'hours', 'days', 'weeks', 'months', 'years'] as const;
export type Unit = (typeof units)[number];

/** What is done with values that are of the right kinds already. */
export type Operation =
  | ('add' | 'subtract' | 'multiply' | 'divide' | 'negate' | 'or_zero' | 'settle' | 'amount')
  | ('round' | 'floor' | 'ceiling' | 'absolute' | 'modulo' | 'smallest' | 'largest')
  | ('join' | 'upper' | 'lower' | 'trim' | 'length' | 'left' | 'right' | 'middle')
  | ('substitute' | 'contains' | 'find')
  | ('text_of_number' | 'text_of_date' | 'text_of_moment' | 'text_of_yes_no' | 'number_of_yes_no')
  | ('not_zero' | 'not_blank' | 'not_empty' | 'and' | 'or' | 'not')
  | ('same' | 'less' | 'at_most' | 'choose' | 'switch')
  | ('today' | 'now' | 'day_of' | 'add_time' | 'time_between')
  | ('year' | 'month' | 'day' | 'weekday');

interface Manner {
  unit?: Unit;
  digits?: number;
}

/** A formula whose every part has a kind; `size` counts its parts. */
export type Node =
  | { op: 'literal'; kind: Kind; value: string | number | boolean | null }
  | { op: 'field'; kind: Kind; field: Input }
  | ({ op: Operation; kind: Kind; args: Node[]; size: number } & Manner);

export type Call = Extract<Node, { args: Node[] }>;

/** When and where a formula is asked. */
export interface Clock {
  now: Date;
  timeZone: string;
}

export const call = (op: Operation, kind: Kind, args: Node[], manner: Manner = {}): Call => ({
  op,
  kind,
  args,
  size: args.reduce((sum, one) => sum + sizeOf(one), 1),
  ...manner,
});

/** How many parts it has. */
export const sizeOf = (node: Node): number => ('args' in node ? node.size : 1);

/** Whether it comes to something else as time goes by. */
export const readsClock = (node: Node): boolean =>
  'args' in node && (node.op === 'now' || node.op === 'today' || node.args.some(readsClock));

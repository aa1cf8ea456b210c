/** What a flag can be: a switch, one of a few words, or a number. */
export type FlagValue = boolean | string | number;

type Shape =
  | { type: 'switch' }
  | { type: 'choice'; options: readonly string[] }
  | { type: 'number'; min: number; max: number };

export interface Flag<V extends FlagValue = FlagValue> {
  /** Never used for something else later: what was said of it is kept by this. */
  key: string;
  title: string;
  description: string;
  /** Who answers for it. */
  owner: string;
  /** Day by which it is removed, or looked at anew; `npm run check` reports what is past it. */
  expires: string;
  shape: Shape;
  default: V;
  /** What the kill switch makes of it. An operation that names the flag is refused then. */
  off: V;
  /** Whose id decides who is in a share of all. */
  keyedBy: 'tenant' | 'person';
  /** Whether people who are not signed in meet it: they have no role, so that only tenants decide. */
  metByAnybody?: true;
  /** Whether admins of a tenant may choose for it. */
  choosable: boolean;
  /** Whether tenants see it, and the directory carries it. */
  published: boolean;
  /** What an operation that names it says while it is off. */
  refusal: string;
}

type Spec<V extends FlagValue> = Omit<Flag<V>, 'shape'>;

export const defineSwitch = (spec: Omit<Spec<boolean>, 'off'>): Flag<boolean> =>
  sound({ ...spec, off: false, shape: { type: 'switch' } });

export const defineChoice = <O extends string>(
  options: readonly O[],
  spec: Spec<NoInfer<O>>,
): Flag<O> => sound<O>({ ...spec, shape: { type: 'choice', options } });

export const defineNumber = (
  { min, max }: { min: number; max: number },
  spec: Spec<number>,
): Flag<number> => sound({ ...spec, shape: { type: 'number', min, max } });

/** Whether a value is one that the flag can have. */
export function fits<V extends FlagValue>({ shape }: Flag<V>, value: unknown): value is V {
  switch (shape.type) {
    case 'switch':
      return typeof value === 'boolean';
    case 'choice':
      return typeof value === 'string' && shape.options.includes(value);
    case 'number':
      return Number.isInteger(value) && Number(value) >= shape.min && Number(value) <= shape.max;
  }
}

function sound<V extends FlagValue>(flag: Flag<V>): Flag<V> {
  if (!isDay(flag.expires)) throw new Error(`${flag.key} expires on no day.`);
  if (flag.metByAnybody && flag.keyedBy === 'person') {
    throw new Error(`${flag.key} is shared out by person, and met by nobody in particular.`);
  }
  if (fits(flag, flag.default) && fits(flag, flag.off)) return flag;
  throw new Error(`${flag.key} cannot have its own default.`);
}

const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));

import { normalPassword, shortest } from '@/lib/identity/passwords/bounds';
import type { Plain, Wording } from '@/lib/language/wording';
import { readAddresses, strayWords } from './addresses';
import type { Draft } from './draft';

export const steps = [
  { id: 'place', title: 'Name and address', heading: 'Where will people find you?' },
  { id: 'look', title: 'Look', heading: 'How does it look?' },
  { id: 'owner', title: 'Your account', heading: 'Who are you?' },
  { id: 'contents', title: 'Contents and people', heading: 'What is in it, and who else?' },
] as const;

export const ownerStep = 2;
export const lastStep = steps.length - 1;

const places: [prefix: string, step: number][] = [
  ['name', 0],
  ['slug', 0],
  ['locale', 0],
  ['timeZone', 0],
  ['look', 1],
  ['file', 1],
  ['owner', 2],
];

/** The step that holds an input field of the sign-up. */
export const stepOf = (field: string): number =>
  places.find(([prefix]) => field === prefix || field.startsWith(`${prefix}.`))?.[1] ?? lastStep;

export type FieldErrors = Record<string, string>;

/** What a person has typed so far. */
export interface Typed {
  draft: Draft;
  password: string;
}

/** What is missing before a step can be left; the server checks everything again. */
export function missingIn(
  step: number,
  { draft, password }: Typed,
  t: Wording<'start'>,
): FieldErrors {
  const missing: FieldErrors = {};
  const need = (field: string, value: string, message: Plain<'start'>) => {
    if (!value.trim()) missing[field] = t(message);
  };
  if (step === 0) {
    need('name', draft.name, 'Enter a name.');
    need('slug', draft.slug, 'Choose an address.');
  }
  if (step === 1 && !/^#[0-9a-f]{6}$/i.test(draft.color)) {
    missing['look.color'] = t('Write the colour as six hex digits, such as #1a6b50.');
  }
  if (step === ownerStep) {
    need('owner.name', draft.ownerName, 'Enter your name.');
    need('owner.email', draft.email, 'Enter your e-mail address.');
    if ([...normalPassword(password)].length < shortest.alone) {
      missing['owner.password'] = t('Use at least 15 characters. A few words in a row are good.');
    }
  }
  if (step === lastStep) {
    const { strays } = readAddresses(draft.invite);
    if (strays.length > 0) missing.invite = strayWords(strays, t);
  }
  return missing;
}

const fieldsOf: Partial<Record<keyof Draft, RegExp>> = {
  name: /^(name|slug)$/,
  slug: /^slug$/,
  locale: /^locale$/,
  timeZone: /^timeZone$/,
  color: /^look\.color$/,
  logo: /^(look\.logo|file)$/,
  ownerName: /^owner\.name$/,
  email: /^owner\.email$/,
  tier: /^tier$/,
  invite: /^invite(\.|$)/,
};

/** The errors that still stand after these parts of the draft were changed. */
export function errorsAfter(errors: FieldErrors, changed: Partial<Draft>): FieldErrors {
  const parts = Object.keys(changed) as (keyof Draft)[];
  return Object.fromEntries(
    Object.entries(errors).filter(([field]) => !parts.some((part) => fieldsOf[part]?.test(field))),
  );
}

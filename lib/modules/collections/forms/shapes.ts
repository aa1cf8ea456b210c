import { z } from 'zod';
import { formStates } from '@/db/schema/tenant/forms';
import { Field } from '../fields/shapes';

const day = z.iso.date('Give a day as 2024-01-31');

export const FormToken = z.string().regex(/^[A-Za-z0-9_-]{22}$/, 'This is no address of a form');

const Asked = z.strictObject({
  fieldId: z.uuid(),
  /** Empty where the field's own name will do. */
  label: z.string().trim().max(120).default(''),
  help: z.string().trim().max(300).default(''),
  required: z.boolean().default(false),
});

const design = {
  title: z.string().trim().min(1, 'Give the form a title').max(120),
  intro: z.string().trim().max(2_000).default(''),
  thanks: z.string().trim().max(2_000).default(''),
  /** Instead of thanks: where people are led. */
  redirectUrl: z
    .url({ protocol: /^https$/, error: 'Give an address that begins with https://' })
    .max(1_000)
    .nullable()
    .default(null),
  fields: z.array(Asked).max(100),
  opensOn: day.nullable().default(null),
  closesOn: day.nullable().default(null),
  maxAnswers: z.number().int().min(1).max(1_000_000).nullable().default(null),
  /** Whether the caller gets a mail about each answer. */
  mailsMe: z.boolean().default(false),
};

export const FormDesign = z
  .strictObject({ collectionId: z.uuid(), ...design })
  .refine(({ opensOn, closesOn }) => !opensOn || !closesOn || opensOn <= closesOn, {
    path: ['closesOn'],
    message: 'The last day is before the first',
  });
export type FormDesign = z.output<typeof FormDesign>;

/** A form as whoever designs it reads it. */
export const Form = z.object({
  ...design,
  redirectUrl: z.string().nullable(),
  opensOn: z.string().nullable(),
  closesOn: z.string().nullable(),
  id: z.uuid(),
  token: z.string(),
  state: z.enum(formStates),
  answers: z.number().int(),
  url: z.string(),
});
export type Form = z.infer<typeof Form>;

/** What a guest is asked: nothing of the field that the control does not need. */
const Question = Field.pick({ key: true, type: true }).extend({
  label: z.string(),
  help: z.string(),
  required: z.boolean(),
  /** Bounds, options and limits that the control shows. */
  options: z.object({
    choices: z.array(z.object({ id: z.string(), name: z.string() })).optional(),
    maxLength: z.number().optional(),
    maxFiles: z.number().optional(),
    maxMegabytes: z.number().optional(),
    kinds: Field.shape.options.shape.kinds,
    currency: z.string().optional(),
  }),
});
export type Question = z.infer<typeof Question>;

export const PublicForm = z.object({
  title: z.string(),
  intro: z.string(),
  /** Why it takes no answers now; null when it does. */
  shut: z.enum(['draft', 'early', 'late', 'full', 'closed']).nullable(),
  /** None while it is shut to the reader. */
  questions: z.array(Question),
  /** Sent along with the answers. */
  pass: z.string(),
});
export type PublicForm = z.infer<typeof PublicForm>;

const Key = z.string().max(80);

export const Answers = z.strictObject({
  token: FormToken,
  pass: z.string().max(200),
  /** Left empty by people, who do not see it. */
  website: z.string().max(2_000).default(''),
  values: z
    .record(Key, z.union([z.string().max(20_000), z.array(z.string().max(200)).max(200)]))
    .default({}),
  files: z.record(Key, z.array(z.file()).max(50)).default({}),
});
export type Answers = z.output<typeof Answers>;

export const Thanks = z.object({ thanks: z.string(), redirectUrl: z.string().nullable() });
export type Thanks = z.infer<typeof Thanks>;

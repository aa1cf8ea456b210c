import { z } from 'zod';
import { customFieldReach, customFieldTypes } from '@/db/schema/tenant/custom-fields';
import { cleanText } from '../clean-text';

export const CustomFieldType = z.enum(customFieldTypes);
export type CustomFieldType = z.infer<typeof CustomFieldType>;

/** Who sees or changes a field, each with those before. */
export const Reach = z.enum(customFieldReach);
export type Reach = z.infer<typeof Reach>;

const Text = z.string().overwrite(cleanText);

const control = /\p{Cc}/u;

/** One option of a select field. The id is made by the product when left out and never changes. */
const ChoiceDraft = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]{1,24}$/, 'An id is 1 to 24 small letters and digits')
    .optional(),
  name: Text.trim().min(1, 'Give the option a name').max(80),
});

/** What an admin says of a field; its type is said once. */
export const CustomFieldDraft = z.strictObject({
  name: Text.trim()
    .min(1, 'Enter a name.')
    .max(60, 'Keep this under 60 characters.')
    .refine((name) => !control.test(name), 'Remove the control characters.'),
  /** A line below the control, for whoever fills it in. */
  help: Text.trim().max(200, 'Keep this under 200 characters.').default(''),
  /** Of a select field: what may be chosen, in order. */
  choices: z.array(ChoiceDraft).max(100, 'At most 100 options').default([]),
  /** Whoever fills it in may not leave it empty. */
  required: z.boolean().default(false),
  seenBy: Reach.default('managers'),
  /** No further than `seenBy`. */
  changedBy: Reach.default('managers'),
});
export type CustomFieldDraft = z.output<typeof CustomFieldDraft>;

export const NewCustomField = CustomFieldDraft.extend({ type: CustomFieldType });
export const CustomFieldChange = CustomFieldDraft.extend({ id: z.uuid() });
export const CustomFieldId = z.strictObject({ id: z.uuid() });

/** Of how many things a field holds something. */
export const CustomFieldUse = z.strictObject({ values: z.number().int() });
export type CustomFieldUse = z.infer<typeof CustomFieldUse>;

/** A field as readers get it. `key` names its values and never changes. */
export const CustomField = z.strictObject({
  id: z.uuid(),
  key: z.string(),
  name: z.string(),
  help: z.string(),
  type: CustomFieldType,
  choices: z.array(z.strictObject({ id: z.string(), name: z.string() })),
  required: z.boolean(),
  seenBy: Reach,
  changedBy: Reach,
  archivedAt: z.coerce.date().nullable(),
});
export type CustomField = z.infer<typeof CustomField>;

export const CustomFieldList = z.strictObject({ fields: z.array(CustomField) });

/** Ids in the order that is wanted; fields that are not named follow. */
export const CustomFieldOrder = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) });

const scalar = z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]);
const Document = z.record(
  z.string().max(60),
  z.union([scalar, z.array(z.string().max(80)).max(100)]),
);

/** The fields of one thing that the caller sees, and what they hold. */
export const CustomValues = z.strictObject({
  /** Another one after each change of what the caller sees; nothing else can be read from it. */
  version: z.string(),
  fields: z.array(CustomField.extend({ mayChange: z.boolean() })),
  /** By the keys of the fields; null where nothing was filled in. */
  values: Document,
});
export type CustomValues = z.infer<typeof CustomValues>;

export const CustomValuesChange = z.strictObject({
  /** New values by the keys of fields; null empties one. */
  changes: Document.refine(
    (changes) => Object.keys(changes).length > 0,
    'Change at least one field.',
  ).refine((changes) => Object.keys(changes).length <= 50, 'Change at most 50 fields at once.'),
  /** The values of those fields as the editor last saw them. */
  base: Document.optional(),
  /** Instead of `base`: the version that the editor last saw. */
  version: z.string().max(100).optional(),
});
export type CustomValuesChange = z.output<typeof CustomValuesChange>;

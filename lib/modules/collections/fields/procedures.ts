import { z } from 'zod';
import { procedure } from '@/lib/doors/procedure';
import { Field, FieldDefault, FieldName, FieldOptions, FieldType } from './shapes';
import { previewField, updateField } from './update';
import { createField, deleteField, reorderFields, restoreField } from './write';

const common = {
  module: 'collections',
  plane: 'tenant',
  permission: 'collections.manage',
} as const;

const width = z.number().int().min(60).max(800);
const FieldId = z.strictObject({ collectionId: z.uuid(), fieldId: z.uuid() });

const Change = FieldId.extend({
  name: FieldName.optional(),
  type: FieldType.optional(),
  options: FieldOptions.optional(),
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  default: FieldDefault.optional(),
  width: width.optional(),
});

const Preview = z.object({
  empty: z.number().int(),
  repeated: z.array(z.object({ value: z.string(), count: z.number().int() })),
  filled: z.number().int(),
  converted: z.number().int(),
  lost: z.number().int(),
  shortened: z.number().int(),
  losses: z.array(z.object({ value: z.string(), reason: z.string(), count: z.number().int() })),
  samples: z.array(z.object({ before: z.string(), after: z.string() })),
  field: Field,
});

export const fieldProcedures = {
  create: procedure(
    {
      ...common,
      name: 'fields.create',
      summary: 'Add a field to a collection.',
      method: 'POST',
      path: '/collections/{collectionId}/fields',
      input: z.strictObject({
        collectionId: z.uuid(),
        name: FieldName,
        type: FieldType,
        options: FieldOptions.optional(),
        required: z.boolean().optional(),
        unique: z.boolean().optional(),
        default: FieldDefault.optional(),
        width: width.optional(),
      }),
      output: Field,
    },
    createField,
  ),
  update: procedure(
    {
      ...common,
      name: 'fields.update',
      summary: 'Change a field; a change of type converts the values it holds.',
      method: 'PATCH',
      path: '/collections/{collectionId}/fields/{fieldId}',
      input: Change.extend({ acceptLoss: z.boolean().optional() }),
      output: Field,
    },
    updateField,
  ),
  preview: procedure(
    {
      ...common,
      name: 'fields.preview',
      summary: 'Count what a change of a field would convert and what it would lose.',
      method: 'POST',
      mode: 'read',
      path: '/collections/{collectionId}/fields/{fieldId}/preview',
      input: Change,
      output: Preview,
    },
    previewField,
  ),
  reorder: procedure(
    {
      ...common,
      name: 'fields.reorder',
      summary: 'Put the fields of a collection into another order.',
      method: 'PUT',
      path: '/collections/{collectionId}/fields/order',
      input: z.strictObject({ collectionId: z.uuid(), fieldIds: z.array(z.uuid()).max(100) }),
      output: z.array(Field),
    },
    reorderFields,
  ),
  delete: procedure(
    {
      ...common,
      name: 'fields.delete',
      summary: 'Remove a field; its values are kept until it is restored.',
      method: 'DELETE',
      path: '/collections/{collectionId}/fields/{fieldId}',
      input: FieldId,
      output: z.object({ id: z.uuid() }),
    },
    deleteField,
  ),
  restore: procedure(
    {
      ...common,
      name: 'fields.restore',
      summary: 'Bring a removed field back with its values.',
      method: 'POST',
      path: '/collections/{collectionId}/fields/{fieldId}/restore',
      input: FieldId,
      output: Field,
    },
    restoreField,
  ),
};

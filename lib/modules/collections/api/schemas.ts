import { isComputed } from '../fields/computed';
import type { Field, StoredField } from '../fields/shapes';
import { ruleOf } from '../fields/types';

type Schema = Record<string, unknown>;

/** The document of a record of these fields, as readers get it: any value may be missing. */
export const recordSchema = (name: string, fields: readonly Field[]): Schema => ({
  type: 'object',
  title: name,
  properties: Object.fromEntries(fields.map((field) => [field.key, schemaOf(field)])),
});

/** What a new record is made of: as it is read, and what is required must be there. */
export function newRecordSchema(name: string, fields: readonly Field[]): Schema {
  const required = fields.filter((field) => field.required && field.default === null);
  return {
    ...recordSchema(name, fields.filter(isWritten)),
    ...(required.length > 0 && { required: required.map(({ key }) => key) }),
    additionalProperties: false,
  };
}

/** Some fields of a record, each with its new value. */
export const changeSchema = (name: string, fields: readonly Field[]): Schema => ({
  ...recordSchema(name, fields.filter(isWritten)),
  additionalProperties: false,
});

const isWritten = (field: Field) => !isComputed(field);

function schemaOf({ name, type, options, required }: Field): Schema {
  const { description, ...value } = ruleOf(type).schema({
    type,
    options: options as StoredField['options'],
  });
  return {
    ...value,
    ...(!required && { type: [value.type, 'null'] }),
    ...(!required && value.enum && { enum: [...value.enum, null] }),
    title: name,
    ...(description && { description }),
  };
}

import { boolean, index, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantTable } from '../table';

export const customFieldTypes = [
  'text',
  'long_text',
  'number',
  'date',
  'boolean',
  'select',
  'multi_select',
  'email',
  'url',
] as const;

/** Who sees or changes a field, each with those before: who manages, whose own it is, everybody. */
export const customFieldReach = ['managers', 'own', 'everyone'] as const;

/** Fields that a tenant adds to what the product defines, such as its members. */
export const customFields = tenantTable(
  'custom_fields',
  {
    /** What it is a field of, such as `member`. */
    subject: text('subject').notNull(),
    /** Names its values, and never changes. */
    key: text('key').notNull(),
    name: text('name').notNull(),
    help: text('help').notNull().default(''),
    type: text('type', { enum: customFieldTypes }).notNull(),
    choices: jsonb('choices').$type<{ id: string; name: string }[]>().notNull().default([]),
    required: boolean('required').notNull().default(false),
    seenBy: text('seen_by', { enum: customFieldReach }).notNull(),
    changedBy: text('changed_by', { enum: customFieldReach }).notNull(),
    position: integer('position').notNull().default(0),
    createdAt: createdAt(),
    /** Since when it is asked of nobody; its values are kept. */
    archivedAt: instant('archived_at'),
  },
  (t) => [
    unique('custom_fields_key').on(t.tenantId, t.subject, t.key),
    index('custom_fields_position').on(t.tenantId, t.subject, t.position),
  ],
);

/** What the fields of one thing hold, by their keys. */
export const customValues = tenantTable(
  'custom_values',
  {
    subject: text('subject').notNull(),
    /** Id of the thing; of a member, the id of the account. */
    thingId: uuid('thing_id').notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull().default({}),
    // Written and read by nobody: archives from before name them, and one with a strange column is refused.
    version: integer('version').notNull().default(0),
    updatedBy: uuid('updated_by'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [unique('custom_values_thing').on(t.tenantId, t.subject, t.thingId)],
);

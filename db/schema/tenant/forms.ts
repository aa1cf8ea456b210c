import { date, foreignKey, integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantTable } from '../table';
import { collections } from './collections';

export const formStates = ['draft', 'open', 'closed'] as const;

/** A field as a form asks for it; empty words are the field's own. */
export interface FormField {
  fieldId: string;
  label: string;
  help: string;
  required: boolean;
}

/** How people without an account add records to a collection. */
export const forms = tenantTable(
  'forms',
  {
    collectionId: uuid('collection_id').notNull(),
    /** Its address below /f/, which nobody can guess. */
    token: text('token').notNull(),
    state: text('state', { enum: formStates }).notNull().default('draft'),
    title: text('title').notNull(),
    intro: text('intro').notNull().default(''),
    thanks: text('thanks').notNull().default(''),
    redirectUrl: text('redirect_url'),
    fields: jsonb('fields').$type<FormField[]>().notNull().default([]),
    /** First and last day on which it is open, by the tenant's clock. */
    opensOn: date('opens_on'),
    closesOn: date('closes_on'),
    maxAnswers: integer('max_answers'),
    answers: integer('answers').notNull().default(0),
    /** Members who get a mail about each answer. */
    notify: jsonb('notify').$type<string[]>().notNull().default([]),
    createdBy: uuid('created_by'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (t) => [
    unique('forms_collection').on(t.tenantId, t.collectionId),
    unique('forms_token').on(t.tenantId, t.token),
    foreignKey({
      name: 'forms_collection_fk',
      columns: [t.tenantId, t.collectionId],
      foreignColumns: [collections.tenantId, collections.id],
    }).onDelete('cascade'),
  ],
);

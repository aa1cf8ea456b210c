import { sql } from 'drizzle-orm';
import { check, foreignKey, index, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { controlTenantTable, createdAt, instant } from '../table';
import { tenants } from './tenants';

/** A field as a grant names it. */
export interface GrantedField {
  id: string;
  name: string;
}

/**
 * A view of one tenant that another of its pool may look at. What it opens never changes: it can be
 * ended, and another one given. Belongs to the tenant that gives it.
 */
export const grants = controlTenantTable(
  'grants',
  {
    /** Of both tenants, which the keys below see to. */
    poolId: uuid('pool_id').notNull(),
    granteeId: uuid('grantee_id').notNull(),
    /** Module and name of a view that the module lets tenants share. */
    view: text('view').notNull(),
    /** The thing of that module that is looked at, and how it was called when this was given. */
    placeId: uuid('place_id').notNull(),
    placeName: text('place_name').notNull(),
    fields: jsonb('fields').$type<GrantedField[]>().notNull(),
    /** Rows about people who are in both tenants, or rows that were chosen one by one. */
    reach: text('reach', { enum: ['people', 'rows'] }).notNull(),
    /** The field that says whom a row is about. */
    personField: jsonb('person_field').$type<GrantedField>(),
    rowIds: uuid('row_ids').array().notNull().default(sql`'{}'`),
    /** Keys of built-in roles of the other tenant. */
    roles: text('roles').array().notNull(),
    purpose: text('purpose').notNull(),
    createdAt: createdAt(),
    createdBy: uuid('created_by'),
    createdByName: text('created_by_name').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** When it was taken back. */
    endedAt: instant('ended_at'),
    endedByName: text('ended_by_name'),
    /** When both sides were told that its end is near. */
    endToldAt: instant('end_told_at'),
  },
  (t) => [
    // What an answer points at, so that nobody but the named tenant can give one.
    unique('grants_grantee').on(t.tenantId, t.id, t.granteeId),
    index('grants_received').on(t.granteeId),
    foreignKey({
      name: 'grants_grantor_fk',
      columns: [t.poolId, t.tenantId],
      foreignColumns: [tenants.poolId, tenants.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'grants_grantee_fk',
      columns: [t.poolId, t.granteeId],
      foreignColumns: [tenants.poolId, tenants.id],
    }).onDelete('cascade'),
    check('grants_two', sql`tenant_id <> grantee_id`),
    check('grants_roles', sql`cardinality(roles) > 0`),
    check('grants_term', sql`ends_at <= created_at + interval '367 days'`),
    check(
      'grants_reach',
      sql`case reach when 'people' then person_field is not null and cardinality(row_ids) = 0
        else person_field is null and cardinality(row_ids) between 1 and 200 end`,
    ),
  ],
);

/** What the other tenant says to a grant. Belongs to that tenant; nothing is open without it. */
export const grantAnswers = controlTenantTable(
  'grant_answers',
  {
    grantorId: uuid('grantor_id').notNull(),
    grantId: uuid('grant_id').notNull(),
    /** A grant that was declined stays so. */
    state: text('state', { enum: ['accepted', 'declined'] }).notNull(),
    /** Of the roles that the grant names, those that may look. */
    roles: text('roles').array().notNull(),
    answeredAt: instant('answered_at').notNull().defaultNow(),
    answeredByName: text('answered_by_name').notNull(),
  },
  (t) => [
    unique('grant_answers_grant').on(t.tenantId, t.grantorId, t.grantId),
    index('grant_answers_given').on(t.grantorId, t.grantId),
    foreignKey({
      name: 'grant_answers_grant_fk',
      columns: [t.grantorId, t.grantId, t.tenantId],
      foreignColumns: [grants.tenantId, grants.id, grants.granteeId],
    }).onDelete('cascade'),
  ],
);

import { integer, jsonb, text, unique, uuid } from 'drizzle-orm/pg-core';
import { control, controlTenantTable, instant } from '../table';

type FlagValue = boolean | string | number;

export const releaseChannelNames = ['stable', 'early'] as const;

/** What a flag is for some: by the key of a built-in role, by channel, for a share of all. */
interface StoredFlagRules {
  roles?: Record<string, FlagValue | undefined> | undefined;
  channels?: Record<string, FlagValue | undefined> | undefined;
  share?: { percent: number; value: FlagValue } | undefined;
}

/** What staff say of a flag for all tenants; its definition stands in the code. */
export const flagRules = control.table('flag_rules', {
  flag: text('flag').primaryKey(),
  revision: integer('revision').notNull().default(1),
  /** Since when it is off for everybody, whatever else is said of it. */
  killedAt: instant('killed_at'),
  rules: jsonb('rules').$type<StoredFlagRules>().notNull().default({}),
  changedByName: text('changed_by_name').notNull(),
  changedAt: instant('changed_at').notNull().defaultNow(),
});

/** What a flag is for one tenant, by the word of staff. */
export const flagOverrides = controlTenantTable(
  'flag_overrides',
  {
    flag: text('flag').notNull(),
    value: jsonb('value').$type<FlagValue>().notNull(),
    reason: text('reason').notNull(),
    changedByName: text('changed_by_name').notNull(),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [unique('flag_overrides_flag').on(t.tenantId, t.flag)],
);

/** What a tenant chose for itself, where a flag leaves that to tenants. */
export const flagChoices = controlTenantTable(
  'flag_choices',
  {
    flag: text('flag').notNull(),
    value: jsonb('value').$type<FlagValue>().notNull(),
    changedBy: uuid('changed_by'),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [unique('flag_choices_flag').on(t.tenantId, t.flag)],
);

/** How early a tenant wants what is new; no row, `stable`. */
export const releaseChannels = controlTenantTable(
  'release_channels',
  {
    channel: text('channel', { enum: releaseChannelNames }).notNull(),
    changedBy: uuid('changed_by'),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [unique('release_channels_tenant').on(t.tenantId)],
);

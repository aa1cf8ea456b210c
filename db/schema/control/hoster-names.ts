import { index, integer, jsonb, text, uuid } from 'drizzle-orm/pg-core';
import { control, instant } from '../table';
import { tenants } from './tenants';

export const hosterStates = ['asked', 'waiting', 'ready', 'refused'] as const;

/** Why a hoster refuses a name, or was not heard: the first three say nothing of the name. */
export const hosterReasons = [
  'no_answer',
  'busy',
  'access',
  'in_use',
  'elsewhere',
  'invalid',
  'unpaid',
] as const;

export const ownerFindings = ['right', 'other', 'none', 'failed'] as const;

/** What a hoster said of a name when it last answered. */
export interface HosterSaid {
  /** The record it waits for: one that proves whose the name is, or the one that leads there. */
  waitsFor: 'owner' | 'route' | null;
  /** The TXT record that it asks for, with what was found of it. */
  owner: {
    name: string;
    value: string;
    finding: (typeof ownerFindings)[number];
    others: number;
  } | null;
  /** Where the name may lead, the best first. */
  names: string[];
  addresses: string[];
  /** Those addresses that are to be set together; the others may stand there still. */
  best: string[];
}

/**
 * Custom hosts of which the hoster is to be told, kept by a trigger on `hosts`. Without a tenant it is
 * to be told that the host was given up; then the row goes.
 */
export const hosterNames = control.table(
  'hoster_names',
  {
    host: text('host').primaryKey(),
    tenantId: uuid('tenant_id').references(() => tenants.id),
    /** Counts up when it gets another tenant or loses it: an answer to an earlier question is no answer. */
    version: integer('version').notNull().default(1),
    /** Who was told. */
    hoster: text('hoster'),
    state: text('state', { enum: hosterStates }).notNull().default('asked'),
    reason: text('reason', { enum: hosterReasons }),
    said: jsonb('said').$type<HosterSaid>(),
    tries: integer('tries').notNull().default(0),
    /** When it was last asked, or began to be; null where it never heard of the name. */
    askedAt: instant('asked_at'),
    /** When it last answered. */
    toldAt: instant('told_at'),
    /** When it is asked next; null where nothing is left to ask. */
    nextAt: instant('next_at').defaultNow(),
    /** Whoever asks has it for themself until then. */
    heldUntil: instant('held_until'),
  },
  (t) => [index('hoster_names_tenant').on(t.tenantId), index('hoster_names_due').on(t.nextAt)],
);

/** Until when the hoster is left alone (`hoster`), and how far ahead of its share a tenant is (its id). */
export const hosterTurns = control.table('hoster_turns', {
  of: text('of').primaryKey(),
  until: instant('until').notNull(),
  /** How often in a row the hoster was not heard. */
  faults: integer('faults').notNull().default(0),
});

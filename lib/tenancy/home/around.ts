import { z } from 'zod';
import { inStep, type Steps } from '@/db/tenant';
import type { CtxThere } from '../../doors/ctx';
import type { Glance } from '../../modules/define-module';
import { glances } from '../../modules/glances';
import { manifests } from '../../modules/registry';
import { latestEvents, NewsItem, newsOf } from './news';

export const AssignedThing = z.strictObject({
  id: z.uuid(),
  /** The workspace it is in. */
  tenantId: z.uuid(),
  at: z.coerce.date(),
  /** What it is called; empty when its name is. */
  title: z.string(),
  /** What it is in: the name of a collection. */
  place: z.string(),
  path: z.string(),
  /** When it is due; null for what has no date. */
  dueAt: z.coerce.date().nullable().default(null),
});

export const Mention = AssignedThing.omit({ dueAt: true }).extend({
  /** Null for who is gone. */
  by: z.string().nullable(),
  excerpt: z.string(),
});
export const Change = NewsItem.extend({ tenantId: z.uuid() });

export type AssignedThing = z.output<typeof AssignedThing>;
export type Mention = z.output<typeof Mention>;
export type Change = z.output<typeof Change>;

/** What one tenant holds for a person, by kind; each the newest first. */
export interface Around {
  assigned: AssignedThing[];
  mentions: Mention[];
  changes: Change[];
}

/**
 * What a person finds in one of their tenants: of the modules that are on there, with their rights
 * there. All modules and the news are read side by side, in as many round trips as the slowest takes.
 */
export async function lookAround(there: CtxThere): Promise<Around> {
  const tenantId = there.tenant.id;
  const open = manifests.filter(({ id }) => !there.tenant.modulesOff.includes(id));
  const speaking = open.flatMap(({ id, news }) =>
    news && there.can(news.permission) ? [{ id, news }] : [],
  );
  const [events, ...glimpses] = await inStep(there.db, [
    latestEvents(speaking.map(({ news }) => news)),
    ...open.map(({ id }) => glimpse(there, id)),
  ]);
  const glimpsed = new Map(open.map(({ id }, n) => [id, glimpses[n] ?? null]));
  const changes = newsOf(
    events,
    speaking.map(({ id, news }) => ({ news, places: glimpsed.get(id)?.places ?? null })),
  );
  const shown = glimpses.flatMap((glance) => glance ?? []);
  return {
    assigned: mostPressing(
      shown.flatMap(({ assigned }) =>
        assigned.map((one) => ({ ...one, dueAt: one.dueAt ?? null, tenantId })),
      ),
    ),
    mentions: newest(
      shown.flatMap(({ mentions }) => mentions.map((one) => ({ ...one, tenantId }))),
    ),
    changes: changes.map((change) => ({ ...change, tenantId })),
  };
}

function* glimpse(there: CtxThere, moduleId: string): Steps<Glance | null> {
  const glance = glances[moduleId];
  return glance ? yield* glance(there) : null;
}

/** What is due next comes first, then what was due last; then what has no date, by its last change. */
export function mostPressing(things: readonly AssignedThing[]): AssignedThing[] {
  const now = new Date();
  const soonest = things
    .filter(({ dueAt }) => dueAt !== null)
    .sort((a, b) => Number(a.dueAt) - Number(b.dueAt) || (a.id < b.id ? -1 : 1));
  const isOver = ({ dueAt }: AssignedThing) => dueAt !== null && dueAt < now;
  return [
    ...soonest.filter((thing) => !isOver(thing)),
    ...soonest.filter(isOver).reverse(),
    ...newest(things.filter(({ dueAt }) => dueAt === null)),
  ];
}

/** Things of one kind from anywhere, the newest first. */
export const newest = <T extends { at: Date; id: string }>(things: readonly T[]): T[] =>
  [...things].sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));

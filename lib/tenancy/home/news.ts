import { desc, sql } from 'drizzle-orm';
import { z } from 'zod';
import { auditEvents } from '@/db/schema/tenant';
import { asked, hot, type Steps } from '@/db/tenant';
import type { ModuleNews } from '../../modules/define-module';

export const NewsItem = z.strictObject({
  id: z.uuid(),
  at: z.coerce.date(),
  who: z.string(),
  /** What they did, in the past tense. */
  did: z.string(),
  /** Stands between what was done and the name of the place. */
  joint: z.enum(['in', 'into', 'named']),
  /** How many times in a row, at the same place. */
  times: z.number().int(),
  path: z.string().nullable(),
  /** What is found there is called so; null for what is in the trash. */
  place: z.string().nullable(),
});
export type NewsItem = z.output<typeof NewsItem>;

const shown = 8;
const read = 64;
const runMs = 30 * 60_000;

/** A module that tells news. */
export interface Speaking {
  news: ModuleNews;
  /** Paths of what news may be told of, with their names; null where they may be told of all. */
  places: ReadonlyMap<string, string | null> | null;
}

/** What people did of late in these modules, the newest first, as it stands in the trail. */
export function* latestEvents(modules: readonly ModuleNews[]): Steps<Event[]> {
  const procedures = modules.flatMap(({ says }) => Object.keys(says));
  if (procedures.length === 0) return [];
  const [events] = yield* asked(latestOf.item({ procedures }));
  return events;
}

/** Events as news, for those who may be told of their places; repeats in a row are one item. */
export function newsOf(events: readonly Event[], modules: readonly Speaking[]): NewsItem[] {
  const sayers = new Map(
    modules.flatMap((module) =>
      Object.entries(module.news.says).map(([name, says]) => [name, { ...says, module }] as const),
    ),
  );
  const items = events.flatMap(({ id, at, procedure, who, kind, target, detail }): NewsItem[] => {
    const sayer = sayers.get(procedure);
    if (!sayer) return [];
    const { did, joint, module } = sayer;
    const path = module.news.pathOf({ kind, id: target, detail });
    if (path !== null && module.places?.has(path) === false) return [];
    const place = path === null ? null : (module.places?.get(path) ?? null);
    return [{ id, at, who: who ?? 'Somebody', did, joint, times: 1, path, place }];
  });
  return joined(items).slice(0, shown);
}

const latestOf = hot<{ procedures: string[] }>()((db) =>
  db
    .select({
      id: auditEvents.id,
      at: auditEvents.at,
      procedure: auditEvents.procedure,
      who: auditEvents.actorName,
      kind: auditEvents.targetKind,
      target: auditEvents.targetId,
      detail: auditEvents.detail,
    })
    .from(auditEvents)
    .where(sql`${auditEvents.procedure} = any(${sql.placeholder('procedures')}::text[])`)
    .orderBy(desc(auditEvents.at), desc(auditEvents.id))
    .limit(read)
    .prepare('latest_news'),
);

type Event = Awaited<ReturnType<typeof latestOf>>[number];

function joined(items: readonly NewsItem[]): NewsItem[] {
  const runs: NewsItem[] = [];
  for (const item of items) {
    const last = runs.at(-1);
    const repeats = last?.who === item.who && last.did === item.did && last.path === item.path;
    if (last && repeats && last.at.getTime() - item.at.getTime() < runMs) last.times += 1;
    else runs.push({ ...item });
  }
  return runs;
}

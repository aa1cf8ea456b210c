import { z } from 'zod';
import type { TenantCtx } from '../../doors/ctx';
import { procedure } from '../../doors/procedure';
import { manifests } from '../../modules/registry';
import { isFilling } from './filling';
import { FirstStep, firstSteps } from './first-steps';
import { NewsItem, recentNews } from './news';

const HomeOverview = z.strictObject({
  /** What a founder has still to do; empty for everybody else. */
  firstSteps: z.array(FirstStep),
  /** True while sample contents are still being made. */
  filling: z.boolean(),
  /** What people did of late, as far as this person may see it. */
  news: z.array(NewsItem),
});

export const homeProcedures = {
  overview: procedure(
    {
      name: 'home.overview',
      summary: 'Read what is new for you here, and the first steps of a new workspace',
      method: 'GET',
      path: '/home',
      permission: 'signed_in',
      plane: 'tenant',
      input: z.strictObject({}),
      output: HomeOverview,
    },
    readHome,
  ),
};

async function readHome(ctx: TenantCtx): Promise<z.input<typeof HomeOverview>> {
  const open = manifests.filter(({ id }) => !ctx.tenant.modulesOff.includes(id));
  const steps = open.flatMap((module) => module.firstSteps ?? []);
  const news = open.flatMap((module) =>
    module.news && ctx.can(module.news.permission) ? [module.news] : [],
  );
  const first = await firstSteps(ctx, steps);
  const jobs = open.flatMap(({ sampleJob }) => sampleJob ?? []);
  return {
    firstSteps: first,
    filling: first.length > 0 && (await isFilling(ctx, jobs)),
    news: await recentNews(ctx.db, news),
  };
}

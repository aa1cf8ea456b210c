import { setTimeout as pause } from 'node:timers/promises';
import type { Home } from '@/db/homes/home';
import type { Servers } from '@/db/homes/servers';
import { jobsRun } from '@/db/openings/house';
import {
  dropHomeOf,
  endOpening,
  findHome,
  findOpening,
  forgetRequest,
  type Opening,
} from '@/db/openings/opening';
import { AppError, isAppError } from '../../errors';
import { Cancelled, type Handler, type Run } from '../../operations/handler';
import { sampleJobs } from '../onboarding/founding-request';
import { type Asked, unsealAsked } from './asked';
import { houseOpening } from './house';
import { type Track, trackOf } from './track';

/**
 * Enters a tenant in one transaction, unless it was entered before or given up. Throws `conflict`
 * when its address is taken.
 */
export type Enter = (
  opening: Omit<Opening, 'request'> & Asked,
  home: Home,
) => Promise<'entered' | 'before' | 'given_up'>;

/** How long the operator watches what is put in before it leaves that to itself. */
const fillingMs = 20_000;
const lookMs = 150;

/**
 * Opens a tenant with walls of its own: a place, a home, the tenant, its first contents. Each step is
 * noted and may be repeated; what was given up is taken down again.
 */
export const opening =
  (servers: Servers, enter: Enter): Handler =>
  async ({ tenantId }, run) => {
    const asked = await findOpening(servers, tenantId);
    if (!asked || asked.ended) return {};
    const track = trackOf(servers, asked, run.signal);
    if (!asked.opened) {
      if (asked.givenUp) return await takeBack(servers, asked);
      const home = await houseOpening(servers, asked, track);
      if (!(await enterHome(servers, asked, { enter, home, track }))) {
        return await takeBack(servers, { ...asked, homeId: home.id });
      }
    }
    await forgetRequest(servers, tenantId);
    await fill(servers, asked, { run, track });
    await endOpening(servers, tenantId);
    return { slug: asked.slug, tier: asked.tier };
  };

async function takeBack(servers: Servers, asked: Opening): Promise<never> {
  await dropHomeOf(servers, asked);
  await endOpening(servers, asked.tenantId);
  throw new Cancelled('Given up.');
}

interface Entering {
  enter: Enter;
  home: Home;
  track: Track;
}

/** False when it was given up meanwhile. */
async function enterHome(
  servers: Servers,
  asked: Opening,
  { enter, home, track }: Entering,
): Promise<boolean> {
  await track.begin('tenant');
  // The address may have been chosen anew since.
  const now = await findOpening(servers, asked.tenantId);
  if (!now?.request) return now?.opened === true;
  const outcome = await enter({ ...now, ...unsealAsked(now.request) }, home).catch(
    async (error: unknown) => {
      if (!isAppError(error) || error.code !== 'conflict') throw error;
      await track.loseSlug();
      const words = `The address ${now.slug} was taken meanwhile. Choose another.`;
      throw new AppError('conflict', words, { cause: error });
    },
  );
  if (outcome === 'given_up') return false;
  await track.end('tenant', `${asked.name}, with its roles and looks`);
  return true;
}

/** What is put in is the worker's to do; it is watched for a while. */
async function fill(servers: Servers, asked: Opening, { run, track }: { run: Run; track: Track }) {
  await track.begin('contents');
  const home = asked.homeId ? await findHome(servers, asked.homeId) : null;
  const { tenantId } = asked;
  const until = Date.now() + fillingMs;
  for (;;) {
    const { asked: jobs, ran } = home
      ? await jobsRun(servers, { home, tenantId, jobs: sampleJobs })
      : { asked: 0, ran: 0 };
    if (jobs === 0) return await track.end('contents', 'Empty, as asked for');
    if (ran >= jobs) return await track.end('contents', 'With something to try');
    if (Date.now() > until) return await track.end('contents', 'Still being put in');
    await pause(lookMs, undefined, { signal: run.signal });
  }
}

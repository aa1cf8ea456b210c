import type { Home } from '@/db/homes/home';
import type { Servers } from '@/db/homes/servers';
import {
  buildHome,
  type Choice,
  choosePlace,
  nameTenant,
  nextHomeId,
  resumeHome,
} from '@/db/openings/house';
import { dropHomeOf, type Opening } from '@/db/openings/opening';
import { silentConnections } from '@/db/shards/watch';
import { whyNot } from '@/db/shards/why-not';
import { AppError } from '../../errors';
import type { Track } from './track';

/** Servers that are tried before an opening waits for its next try. */
const mostTries = 5;

/**
 * The home of a tenant that is being opened: the one an earlier try left, one that stands ready, or
 * one that is built. Throws `unavailable`, saying why, when there is none to be had now.
 */
export async function houseOpening(
  servers: Servers,
  opening: Opening,
  track: Track,
): Promise<Home> {
  const left = await resumeHome(servers, opening);
  if (left) {
    if (!opening.progress.steps.home?.endedAt)
      await settleIn(servers, opening, { track, home: left });
    return left;
  }
  await track.choose(null);
  const except = silentConnections();
  for (let tries = 1; ; tries++) {
    const choice = await choose(servers, opening, { except, track });
    try {
      return await houseOn(servers, opening, { choice, track });
    } catch (error) {
      const words = whyNot(error, choice.name);
      if (!words) throw error;
      await dropHomeOf(servers, opening).catch(() => undefined);
      await track.choose(null);
      // One that was asked for by name is waited for.
      if (opening.shard || tries === mostTries) throw unavailable(words, error);
      except.push(choice.connection);
    }
  }
}

async function choose(
  servers: Servers,
  { tier, shard }: Opening,
  { except, track }: { except: string[]; track: Track },
): Promise<Choice> {
  await track.begin('place');
  const choice = await choosePlace(servers, tier, { shard, except });
  if (!choice) {
    throw unavailable(
      except.length > 0
        ? 'Every server that takes such a workspace is full or does not answer.'
        : shard
          ? `The server ${shard} takes no more workspaces of this kind at the moment.`
          : 'No server has room for another workspace of this kind at the moment.',
    );
  }
  await track.choose(choice.ready?.id ?? nextHomeId());
  await track.end('place', `On ${choice.name}`);
  return choice;
}

async function houseOn(
  servers: Servers,
  opening: Opening,
  { choice, track }: { choice: Choice; track: Track },
): Promise<Home> {
  await track.begin('home');
  const { tier, homeId } = opening;
  const home = choice.ready ?? (await buildHome(servers, choice, { id: homeId ?? '', tier }));
  await settleIn(servers, opening, { track, home, note: choice.ready ? undefined : 'Built anew' });
  return home;
}

interface Settling {
  track: Track;
  home: Home;
  note?: string | undefined;
}

async function settleIn(servers: Servers, { tenantId }: Opening, { track, home, note }: Settling) {
  await nameTenant(servers, home, tenantId);
  await track.end('home', note ?? 'Taken from those that stand ready');
}

const unavailable = (words: string, cause?: unknown) =>
  new AppError('unavailable', words, { cause });

import type { Servers } from '@/db/homes/servers';
import { noteOpening, type Opening } from '@/db/openings/opening';
import type { OpeningStepName } from '@/db/schema/control';

/** Keeps where an opening stands, in the opening handed in and in the database. */
export interface Track {
  begin(step: OpeningStepName): Promise<void>;
  end(step: OpeningStepName, note: string): Promise<void>;
  /** The home that is going to be the tenant's; null when it is none any more. */
  choose(homeId: string | null): Promise<void>;
  loseSlug(): Promise<void>;
}

/** Throws between two steps when the work was taken away from this process. */
export function trackOf(servers: Servers, opening: Opening, signal: AbortSignal): Track {
  const { steps } = opening.progress;
  delete opening.progress.slugLost;
  const keep = async () => {
    signal.throwIfAborted();
    await noteOpening(servers, opening);
  };
  return {
    begin: async (step) => {
      steps[step] = { begunAt: new Date().toISOString() };
      await keep();
    },
    end: async (step, note) => {
      const begunAt = steps[step]?.begunAt ?? new Date().toISOString();
      steps[step] = { begunAt, endedAt: new Date().toISOString(), note };
      await keep();
    },
    choose: async (homeId) => {
      opening.homeId = homeId;
      await keep();
    },
    loseSlug: async () => {
      opening.progress.slugLost = true;
      await keep();
    },
  };
}

import { isLined } from '@/lib/jobs/queue-spec';

/** What one tenant has in the queue. */
export interface Load {
  /** Jobs not tried yet that keep a hand for as long as they take. */
  held: number;
  /** Those that wait in lines for a network, whatever stands before them. */
  lined: number;
  /** Jobs that failed, by kind: to be tried again, or about to be parked. */
  failing: ReadonlyMap<string, number>;
}

export interface Room {
  held: number;
  lined: number;
  /** Whether so many of its jobs of a kind fail that no more of them come in. */
  isShutTo(job: string): boolean;
}

const none: Load = { held: 0, lined: 0, failing: new Map() };

/** Hands that no tenant takes from those that come. */
const spareOf = (hands: number) => Math.max(1, Math.floor(hands / 3));
const mostLined = 20;
const mostFailing = 100;
/** Of those that hold no hand: a receiver that is away for a day holds up no mail to others. */
const mostFailingLined = 1_000;

interface Wanting {
  hands: number;
  loads: ReadonlyMap<string, Load>;
  weights: ReadonlyMap<string, number>;
  /** Tenants that have jobs in the queue or waiting for it. */
  wanting: ReadonlySet<string>;
}

/**
 * How many more jobs of each tenant the queue takes: a part of the hands by its weight among all that
 * want some, one at least, and never all of them.
 */
export function roomsIn({ hands, loads, weights, wanting }: Wanting): (tenantId: string) => Room {
  const weightOf = (tenantId: string) => weights.get(tenantId) ?? 1;
  const all = [...wanting].reduce((sum, tenantId) => sum + weightOf(tenantId), 0);
  const most = Math.max(1, hands - spareOf(hands));
  return (tenantId) => {
    const { held, lined, failing } = loads.get(tenantId) ?? none;
    const weight = weightOf(tenantId);
    const among = wanting.has(tenantId) ? all : all + weight;
    const share = Math.min(most, Math.max(1, Math.floor((hands * weight) / among)));
    return {
      held: Math.max(0, share - held),
      lined: Math.max(0, mostLined - lined),
      isShutTo: (job) => (failing.get(job) ?? 0) >= (isLined(job) ? mostFailingLined : mostFailing),
    };
  };
}

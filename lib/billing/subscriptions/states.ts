import type { subscriptionStates } from '@/db/schema/control';

export type SubscriptionState = (typeof subscriptionStates)[number];

/** From where a subscription becomes what. What is unsigned stays so: another one is signed. */
const froms: Record<SubscriptionState, readonly SubscriptionState[]> = {
  signing: [],
  signed: ['signing', 'suspended'],
  suspended: ['signed'],
  unsigned: ['signing', 'signed', 'suspended'],
};

export const mayBecome = (from: SubscriptionState, to: SubscriptionState): boolean =>
  froms[to].includes(from);

export const fromsOf = (to: SubscriptionState): SubscriptionState[] => [...froms[to]];

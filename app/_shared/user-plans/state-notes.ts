import type { SubscriptionState } from '@/lib/billing/subscriptions/states';
import type { Plain } from '@/lib/language/wording';

/** What each state means to whose plan it is. */
export const stateNotes: Record<SubscriptionState, Plain<'userPlans'>> = {
  signing: 'An admin has to sign it. Until then nothing changes.',
  signed: 'Everything that comes with it holds.',
  suspended: 'What comes with it rests until an admin resumes it. Nothing is deleted.',
  unsigned: 'It is over, and so is what came with it. Nothing is deleted.',
};

import { wordingIn } from '../../language/wording-in';
import type { Addressed } from '../../mail/compose';
import type { Letter } from '../../mail/letter';

export type SubscriptionNews = 'signed' | 'resumed' | 'suspended' | 'ended' | 'declined';

/** Tells a member what became of their plan. */
export function subscriptionLetter(
  { to, language, tenant, url }: Addressed,
  { plan, news }: { plan: string; news: SubscriptionNews },
): Letter {
  const t = wordingIn(language, 'mail');
  const said = {
    signed: {
      title: t('Your plan {plan} in {tenant} is signed', { plan, tenant }),
      line: t('What comes with it is yours from now on.'),
    },
    resumed: {
      title: t('Your plan {plan} in {tenant} goes on', { plan, tenant }),
      line: t('What comes with it is yours again.'),
    },
    suspended: {
      title: t('Your plan {plan} in {tenant} is suspended', { plan, tenant }),
      line: t('What comes with it rests until an admin resumes it. Nothing of yours is deleted.'),
    },
    ended: {
      title: t('Your plan {plan} in {tenant} has ended', { plan, tenant }),
      line: t('What came with it is over. Nothing of yours is deleted.'),
    },
    declined: {
      title: t('The plan {plan} in {tenant} was not signed', { plan, tenant }),
      line: t('You keep what you have. You can ask again at any time.'),
    },
  }[news];
  return {
    kind: 'user-plans',
    to,
    language,
    subject: said.title,
    heading: said.title,
    paragraphs: [said.line],
    button: { label: t('See my plan'), url },
    note: t('The reason stands there. If something is not clear, ask an admin there.'),
  };
}

/** Tells who signs plans that somebody asked for one. */
export function askedLetter(
  { to, language, tenant, url }: Addressed,
  { plan, name }: { plan: string; name: string },
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('{name} asks for the plan {plan} in {tenant}', { name, plan, tenant });
  return {
    kind: 'user-plans',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [t('Nothing changes for them before somebody signs it.')],
    button: { label: t('See what they ask for'), url },
    note: t('You get this because you may sign plans there.'),
  };
}

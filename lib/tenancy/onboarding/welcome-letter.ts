import type { ControlDb } from '@/db/control';
import type { Account } from '../../identity/accounts';
import { mintOneTime } from '../../identity/one-time';
import type { Language } from '../../language/languages';
import { wordingIn } from '../../language/wording-in';
import { mailBrand } from '../../mail/brand';
import { compose } from '../../mail/compose';
import type { Letter } from '../../mail/letter';
import { sendMail } from '../../mail/send-mail';
import { canonicalHost, tenantUrl } from '../urls';

/** How long the owner's link works. */
const linkDays = 3;

interface Welcome {
  tenantId: string;
  poolId: string;
  slug: string;
  /** Name of the tenant. */
  tenant: string;
  owner: Account;
  /** Whether they had an account in the pool before, with which they sign in. */
  hasAccount: boolean;
  /** The tenant's; the owner has chosen none yet. */
  language: Language;
}

/** Mails the owner of a tenant that staff opened a link to choose a password. */
export async function sendWelcome(db: ControlDb, welcome: Welcome): Promise<void> {
  const { tenantId, poolId, slug, tenant, owner } = welcome;
  const address = { slug, primaryHost: null };
  if (welcome.hasAccount) {
    const known = knownLetter(welcome, tenantUrl(address, '/sign-in'));
    return await sendMail(db, compose(await mailBrand(db, tenant), known));
  }
  const token = await mintOneTime(db, {
    purpose: 'reset',
    poolId,
    tenantId,
    host: canonicalHost(address),
    userId: owner.id,
    ttlSeconds: linkDays * 86_400,
  });
  const letter = welcomeLetter(welcome, tenantUrl(address, `/reset/${token}`));
  await sendMail(db, compose(await mailBrand(db, tenant), letter));
}

function welcomeLetter({ owner, tenant, language }: Welcome, url: string): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('{tenant} is ready', { tenant });
  return {
    kind: 'welcome',
    to: owner.email,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      t('Hello {name}. A workspace has been opened for you, and you are its admin.', {
        name: owner.name,
      }),
      t('Choose a password and sign in to make it yours: looks, people, roles.'),
    ],
    button: { label: t('Choose a password'), url },
    note: t(
      'The link works once, for {linkDays} days. After that, ask for a new one on the sign-in page.',
      { linkDays },
    ),
  };
}

function knownLetter({ owner, tenant, language }: Welcome, url: string): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('{tenant} is ready', { tenant });
  return {
    kind: 'welcome',
    to: owner.email,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      t('Hello {name}. A workspace has been opened for you, and you are its admin.', {
        name: owner.name,
      }),
      t('Sign in with the account that you have.'),
    ],
    button: { label: t('Sign in'), url },
    note: t('Its sign-in is shared with other workspaces of yours.'),
  };
}

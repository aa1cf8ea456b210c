import { and, eq, isNull } from 'drizzle-orm';
import { users } from '@/db/schema/control';
import { collections } from '@/db/schema/tenant/collections';
import { people } from '@/db/schema/tenant/people';
import type { TenantDb } from '@/db/tenant';
import type { ControlCtx } from '@/lib/doors/ctx';
import type { Language } from '@/lib/language/languages';
import type { Wording } from '@/lib/language/wording';
import { languageOf, wordingIn } from '@/lib/language/wording-in';
import { mailBrand } from '@/lib/mail/brand';
import { compose } from '@/lib/mail/compose';
import { sendMail } from '@/lib/mail/send-mail';
import { tenantUrl } from '@/lib/tenancy/urls';

/** What a mail to a member is about. */
interface About<T> {
  userId: string;
  collectionId: string;
  /** What the mail needs to know of; nothing when it is gone, and then nobody is told. */
  read: (db: TenantDb) => Promise<T | undefined>;
}

interface Said {
  subject: string;
  heading: string;
  paragraphs: string[];
  button: { label: string; path: string };
  /** Why they get it. */
  note: string;
}

/**
 * Mails an active member, in their language and with the workspace's brand, what happened in a
 * collection. The link leads to a page that lets in who may see it.
 */
export async function tellMember<T>(
  ctx: ControlCtx,
  { userId, collectionId, read }: About<T>,
  say: (t: Wording<'mail'>, known: { collection: string; language: Language; found: T }) => Said,
): Promise<void> {
  const known = await ctx.readTenant(async (db) => {
    const [[person], [collection]] = await db.batch([
      db
        .select({ email: people.email })
        .from(people)
        .where(and(eq(people.id, userId), eq(people.state, 'active'))),
      db
        .select({ name: collections.name })
        .from(collections)
        .where(and(eq(collections.id, collectionId), isNull(collections.deletedAt))),
    ]);
    const found = person && collection ? await read(db) : undefined;
    if (!person || !collection || found === undefined) return null;
    return { to: person.email, collection: collection.name, found };
  });
  if (!known) return;
  const [account] = await ctx.db
    .select({ locale: users.locale })
    .from(users)
    .where(eq(users.id, userId));
  const language = languageOf(account?.locale, ctx.tenant.locale);
  const { button, ...words } = say(wordingIn(language, 'mail'), { ...known, language });
  const mail = compose(await mailBrand(ctx.db, ctx.tenant.name), {
    ...words,
    ...{ kind: 'collections', to: known.to, language },
    button: { label: button.label, url: tenantUrl(ctx.tenant, button.path) },
  });
  await sendMail(ctx.db, mail);
}

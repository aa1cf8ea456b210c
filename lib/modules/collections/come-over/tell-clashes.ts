import { inArray } from 'drizzle-orm';
import { collections, fields } from '@/db/schema/tenant/collections';
import { people } from '@/db/schema/tenant/people';
import { mailWhoMay } from '@/lib/access/people/mail-who-may';
import type { ControlCtx } from '@/lib/doors/ctx';
import { wordingIn } from '@/lib/language/wording-in';
import type { Addressed } from '@/lib/mail/compose';
import type { Letter } from '@/lib/mail/letter';
import type { Clash } from './clash';
import type { Renaming } from './renaming';

interface Told extends Renaming {
  clashes: readonly Clash[];
}

interface Words {
  former: string;
  now: string;
  /** Collection and field of each clash, at most ten. */
  places: { collection: string; field: string }[];
}

/**
 * Mails who manages people which fields of which collections name a former account still. What the
 * records hold is for the page to show, to whoever may see them.
 */
export async function tellClashes(ctx: ControlCtx, told: Told): Promise<void> {
  const words = await wordsOf(ctx, told);
  const [first] = told.clashes;
  if (!first || words.places.length === 0) return;
  const { tenant } = ctx;
  const path = `/collections/${first.collectionId}/records/${first.recordId}`;
  const concerned = { tenant, permission: 'people.manage', path } as const;
  await mailWhoMay(ctx.db, concerned, (addressed) => clashLetter(addressed, words));
}

const wordsOf = (ctx: ControlCtx, { formerUserId, newUserId, clashes }: Told): Promise<Words> =>
  ctx.readTenant(async (db) => {
    const ids = <K extends keyof Clash>(key: K) => [...new Set(clashes.map((one) => one[key]))];
    const [who, named, where] = await db.batch([
      db
        .select({ id: people.id, email: people.email })
        .from(people)
        .where(inArray(people.id, [formerUserId, newUserId])),
      db
        .select({ id: fields.id, name: fields.name })
        .from(fields)
        .where(inArray(fields.id, ids('fieldId'))),
      db
        .select({ id: collections.id, name: collections.name })
        .from(collections)
        .where(inArray(collections.id, ids('collectionId'))),
    ]);
    const emailOf = (id: string) => who.find((one) => one.id === id)?.email ?? '?';
    const places = clashes.slice(0, 10).flatMap(({ collectionId, fieldId }) => {
      const collection = where.find(({ id }) => id === collectionId)?.name;
      const field = named.find(({ id }) => id === fieldId)?.name;
      return collection && field ? [{ collection, field }] : [];
    });
    return { former: emailOf(formerUserId), now: emailOf(newUserId), places };
  });

function clashLetter(
  { to, language, tenant, url }: Addressed,
  { former, now, places }: Words,
): Letter {
  const t = wordingIn(language, 'mail');
  const title = t('Records at {tenant} name a former account still', { tenant });
  return {
    kind: 'collections',
    to,
    language,
    subject: title,
    heading: title,
    paragraphs: [
      t(
        '{former} came over as {now}. These fields take each value once, and another record names {now} there already:',
        {
          ...{ former, now },
        },
      ),
      ...places.map(({ collection, field }) => t('{collection}: {field}', { collection, field })),
      t(
        'That record keeps the name. The other goes on naming the former account; decide what it should say.',
      ),
    ],
    button: { label: t('Open the record'), url },
    note: t('You get this because you manage people there.'),
  };
}

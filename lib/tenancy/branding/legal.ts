import { z } from 'zod';

export const legalKinds = ['terms', 'privacy', 'imprint'] as const;
export type LegalKind = (typeof legalKinds)[number];

const refusal = 'Enter an address that begins with https://.';

/** Of an address in its normal form, in which other scripts take up to nine times their letters. */
export const longestLegal = 400;

/**
 * An address for a link, in its normal form, or nothing. Refuses other schemes and sign-ins in it.
 * Takes its own result as it is, since looks are read again from where they are stored.
 */
const LegalUrl = z
  .string()
  .trim()
  .max(longestLegal, `Keep this under ${longestLegal} characters.`)
  .transform((typed, ctx) => {
    if (typed === '') return '';
    const url = URL.canParse(typed) ? new URL(typed) : null;
    if (url?.protocol === 'https:' && !url.username && !url.password) {
      const href = url.href.replaceAll("'", '%27');
      if (href.length <= longestLegal) return href;
      ctx.addIssue(`Keep this under ${longestLegal} characters.`);
    } else ctx.addIssue(refusal);
    return z.NEVER;
  });

/** Where the tenant's legal pages stand; empty where it has none. */
export const LegalLinks = z.strictObject({
  terms: LegalUrl.default(''),
  privacy: LegalUrl.default(''),
  imprint: LegalUrl.default(''),
});
export type LegalLinks = z.infer<typeof LegalLinks>;

const ShownUrl = z.string().startsWith('https://').max(longestLegal);

/** The links as pages and mails show them: those that there are. */
export const ShownLinks = z
  .strictObject({ terms: ShownUrl, privacy: ShownUrl, imprint: ShownUrl })
  .partial();
export type ShownLinks = z.infer<typeof ShownLinks>;

export const shownLinks = (links: LegalLinks): ShownLinks =>
  Object.fromEntries(Object.entries(links).filter(([, url]) => url));

/** Kind and address of each, in their order. */
export const listLinks = (links: ShownLinks | undefined): { kind: LegalKind; url: string }[] =>
  legalKinds.flatMap((kind) => {
    const url = links?.[kind];
    return url ? [{ kind, url }] : [];
  });

/** What the links are called. */
export const legalLabels = { terms: 'Terms', privacy: 'Privacy', imprint: 'Imprint' } as const;

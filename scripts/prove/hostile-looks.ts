import { chromium, type Page } from '@playwright/test';
import { compose } from '@/lib/mail/compose';
import { htmlOf } from '@/lib/mail/draw';
import { mailLook } from '@/lib/mail/look';
import { brandCss } from '@/lib/tenancy/branding/css';
import { monogramIcon } from '@/lib/tenancy/branding/monogram';
import { publishBrand } from '@/lib/tenancy/branding/publish';
import { BrandTokens } from '@/lib/tenancy/branding/tokens';
import { findBrowser } from '../testing/browser.mjs';
import type { ProofContext } from '../testing/proof';

export const name = 'hostile-looks';

const foreign = 'foreign-canary.example';

/** Parts that have broken out of style sheets, attributes, addresses and headers elsewhere. */
const parts = [
  '</style><script>document.title="ran"</script>',
  '"><img src=x onerror=document.title="ran">',
  "'><svg onload=document.title='ran'>",
  `url(https://${foreign}/x)`,
  `;background:url(//${foreign}/y)`,
  `@import "https://${foreign}/z.css";`,
  `}body{background:url(https://${foreign}/w)}`,
  'javascript:document.title="ran"',
  'data:text/html,<script>document.title="ran"</script>',
  `https://${foreign}/`,
  `//${foreign}`,
  `https://a:b@${foreign}/`,
  '\\3c script',
  '/*',
  '*/',
  '<!--',
  '-->',
  ']]>',
  '{{7*7}}',
  '&lt;script&gt;',
  '%3Cscript%3E',
  '\r\nBcc: somebody@foreign-canary.example',
  '\u202e',
  '\u2028',
  '\u0000',
  '../../etc/passwd',
  'expression(document.title="ran")',
  '#fff;}',
  '#17694f',
  'Gangnam',
  '한국어',
  '🏠',
  ' ',
];

/** Numbers of one seed, so that a fault is found again. */
function randomFrom(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Random = ReturnType<typeof randomFrom>;

const hostile = (random: Random) =>
  Array.from({ length: 1 + random(3) }, () => parts[random(parts.length)]).join('');

const good = { color: '#17694f', name: 'Gangnam' };

/** Looks with hostile text in one place, or in all that take words. */
function planted(random: Random): Record<string, unknown> {
  const text = () => hostile(random);
  const places: (() => Record<string, unknown>)[] = [
    () => ({ color: text() }),
    () => ({ accent: text() }),
    () => ({ radius: text() }),
    () => ({ density: text() }),
    () => ({ font: text() }),
    () => ({ appearance: text() }),
    () => ({ logoPath: `/brand/${text()}` }),
    () => ({ faviconPath: text() }),
    () => ({ [text()]: text() }),
    () => ({ legal: { terms: text(), imprint: `https://gangnam.example/${text()}` } }),
    () => ({ legal: { privacy: `https://gangnam.example/${text()}` } }),
    () => ({ mail: { replyTo: text() } }),
    () => ({ mail: { senderName: text().slice(0, 60), footer: text().slice(0, 300) } }),
    () => ({ name: text().slice(0, 60), signIn: { title: text().slice(0, 80), words: text() } }),
  ];
  return { ...good, ...places[random(places.length)]?.() };
}

const strictCss =
  /^:root\{(?:--[a-z0-9-]+:(?:light-dark\(#[0-9a-f]{6},#[0-9a-f]{6}\)|\d+px|var\(--font-[a-z]+\));?)+\}(?::root:not\(\[data-theme\]\)\{color-scheme:(?:light|dark)\})?$/;

/** Whatever a tenant writes into its looks, nothing runs and nothing foreign is loaded. */
export async function run({ size, claim }: ProofContext) {
  const wanted = size === 'full' ? 50_000 : 4_000;
  const random = randomFrom(20_261_122);
  const faults: string[] = [];
  const taken: BrandTokens[] = [];
  for (let count = 0; count < wanted; count += 1) {
    const tokens = planted(random);
    const read = BrandTokens.safeParse(tokens);
    if (!read.success) continue;
    taken.push(read.data);
    const fault = await faultOf(read.data);
    if (fault) faults.push(`${fault}: ${JSON.stringify(tokens).slice(0, 200)}`);
  }
  claim({
    name: 'theme strings',
    figure: [
      `${wanted} hostile looks, ${wanted - taken.length} refused, ${taken.length} published`,
      ...faults.slice(0, 20),
    ].join('\n  '),
    bound: 'style sheets of safe values alone, pictures and mails without markup of theirs',
    ok: faults.length === 0 && taken.length > wanted / 50 && taken.length < wanted,
  });
  await claimShown(taken.slice(0, size === 'full' ? 600 : 60), { claim });
}

async function faultOf(tokens: BrandTokens): Promise<string | null> {
  const { brand } = publishBrand(tokens);
  if (!strictCss.test(brandCss(brand))) return 'style sheet';
  const icon = decodeURIComponent(monogramIcon(brand).replace('data:image/svg+xml,', ''));
  if (!/^<svg [^<>]*><rect [^<>]*\/><text [^<>]*>[\p{L}\p{N}]?<\/text><\/svg>$/u.test(icon))
    return 'picture';
  const sender = mailLook(brand, tokens.mail);
  if (/[\r\n<>@]/.test(tokens.mail.senderName) || /[\r\n]/.test(sender.senderName)) return 'sender';
  const links = Object.values(brand.legal ?? {});
  if (links.some((url) => !url.startsWith('https://') || /["'<>\s]/.test(url))) return 'link';
  return null;
}

const letterOf = (tokens: BrandTokens) =>
  compose(mailLook(publishBrand(tokens).brand, tokens.mail), {
    ...{ kind: 'roles', to: 'a@gangnam.example', language: 'en', subject: tokens.signIn.title },
    ...{ heading: tokens.name, paragraphs: [tokens.signIn.words || 'Words'], note: tokens.name },
    button: { label: tokens.name, url: 'https://gangnam.example/' },
  });

/** What a browser makes of the mails and style sheets of those that were published. */
async function claimShown(taken: BrandTokens[], { claim }: Pick<ProofContext, 'claim'>) {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: ['--no-sandbox'],
  });
  const faults: string[] = [];
  try {
    const page = await browser.newPage();
    const asked: string[] = [];
    await page.route('**/*', (route) => {
      asked.push(route.request().url());
      return route.abort();
    });
    for (const tokens of taken) {
      const html = await htmlOf(letterOf(tokens));
      const style = `<style>${brandCss(publishBrand(tokens).brand)}</style>`;
      faults.push(...(await faultsOn(page, html.replace('</head>', `${style}</head>`), asked)));
    }
    const planted = '<p>x</p><script>document.title="ran"</script>';
    const seen = (await faultsOn(page, planted, asked)).length;
    claim({
      name: 'hostile looks in a browser',
      figure: [
        `${taken.length} mails with their style sheets, ${faults.length} faults; a planted script ${seen ? 'seen' : 'not seen'}`,
        ...faults.slice(0, 10),
      ].join('\n  '),
      bound: 'no script runs, nothing foreign is asked for; the planted one is seen',
      ok: faults.length === 0 && seen > 0 && taken.length > 20,
    });
  } finally {
    await browser.close();
  }
}

async function faultsOn(page: Page, html: string, asked: string[]): Promise<string[]> {
  asked.length = 0;
  await page.setContent(html, { waitUntil: 'domcontentloaded' });
  const ran = (await page.title()) === 'ran';
  const elements = await page.locator('script, iframe, object, embed, link, svg, base').count();
  const handlers = await page.evaluate(
    () =>
      [...document.querySelectorAll('*')].filter((one) =>
        [...one.attributes].some(({ name: attribute }) => attribute.startsWith('on')),
      ).length,
  );
  const strange = asked.filter((url) => !url.startsWith('https://gangnam.example/brand/'));
  return [
    ...(ran || elements || handlers ? [`markup of theirs: ${html.slice(-300)}`] : []),
    ...strange.map((url) => `asked for ${url}`),
  ];
}

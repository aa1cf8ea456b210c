import { z } from 'zod';
import { MailAddress } from '../../mail/address';
import { LegalLinks } from './legal';

export const radii = [0, 4, 8, 12] as const;
export const densities = ['comfortable', 'compact'] as const;
export const brandFonts = ['inter', 'pretendard', 'system'] as const;
export const appearances = ['system', 'light', 'dark'] as const;

/** `#rrggbb`, lower case. Accepts `#abc` and upper case and rewrites them. */
export const HexColor = z
  .string()
  .trim()
  .regex(/^#?(?:[0-9a-f]{3}|[0-9a-f]{6})$/i, 'Write the colour as six hex digits, such as #1a6b50.')
  .transform((value) => {
    const digits = value.replace('#', '').toLowerCase();
    return `#${digits.length === 3 ? [...digits].map((d) => d + d).join('') : digits}`;
  });
export type HexColor = z.infer<typeof HexColor>;

/** A path on the tenant's own host. Refuses other hosts, parent folders and anything needing quotes. */
export const AssetPath = z
  .string()
  .max(300)
  .regex(/^\/(?!\/)(?:[\w~-][\w.~-]*\/)*[\w~-][\w.~-]*$/, 'Upload the picture again.')
  .refine((path) => !path.includes('..'), 'Upload the picture again.');

/** A rule for names: what `refine` takes to refuse line breaks and control characters. */
export const oneLine = [
  (text: string) => !hasControlCharacter(text),
  'Remove the line breaks and control characters.',
] as const;

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, `Keep this under ${max} characters.`)
    .refine(...oneLine);

/** Words beside a sender's address: nothing that reads like another address. */
const SenderName = line(60).refine(
  (name) => !/[<>@]/.test(name),
  'Leave out @ and angle brackets: this is a name, not an address.',
);

const ReplyTo = z
  .string()
  .trim()
  .max(254, 'At most 254 characters.')
  .refine(
    (address) => address === '' || MailAddress.safeParse(address).success,
    'Enter an e-mail address, such as name@example.com.',
  );

/** Small print under mails; line breaks are kept. */
const MailFooter = z
  .string()
  .overwrite((text) => text.replace(/\r\n?/g, '\n'))
  .trim()
  .max(300, 'Keep this under 300 characters.')
  .refine((text) => text.split('\n').every(oneLine[0]), 'Remove the control characters.');

/** What stands around the words of mails. Empty means the workspace's name, and nothing else. */
export const MailTokens = z.strictObject({
  senderName: SenderName.default(''),
  replyTo: ReplyTo.default(''),
  footer: MailFooter.default(''),
});
export type MailTokens = z.infer<typeof MailTokens>;

/**
 * What a tenant chooses about its looks. Everything else (scales, hover colours, dark mode) is
 * derived, so no tenant can publish free CSS or an unreadable page.
 */
export const BrandTokens = z.strictObject({
  color: HexColor,
  accent: HexColor.optional(),
  radius: z.literal(radii).default(8),
  density: z.enum(densities).default('comfortable'),
  font: z.enum(brandFonts).default('inter'),
  appearance: z.enum(appearances).default('system'),
  name: line(60).min(1, 'Enter the name people know you by.'),
  logoPath: AssetPath.optional(),
  faviconPath: AssetPath.optional(),
  signIn: z
    .strictObject({ title: line(80).default(''), words: line(240).default('') })
    .prefault({}),
  mail: MailTokens.prefault({}),
  legal: LegalLinks.prefault({}),
  whiteLabel: z.boolean().default(false),
});
export type BrandTokens = z.infer<typeof BrandTokens>;
/** What a form may send: defaults not yet filled in. */
export type BrandTokensInput = z.input<typeof BrandTokens>;

function hasControlCharacter(text: string): boolean {
  return [...text].some((char) => {
    const code = char.codePointAt(0) ?? 0;
    return code < 32 || code === 127 || (code >= 0x2028 && code <= 0x202e);
  });
}

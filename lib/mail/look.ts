import { z } from 'zod';
import { ShownLinks } from '../tenancy/branding/legal';
import { type PublishedBrand, unpackColors } from '../tenancy/branding/published';
import { AssetPath, type MailTokens } from '../tenancy/branding/tokens';
import { MailAddress } from './address';

const Hex = z.string().regex(/^#[0-9a-f]{6}$/);

const MailColors = z.strictObject({
  ground: Hex,
  card: Hex,
  line: Hex,
  text: Hex,
  muted: Hex,
  primary: Hex,
  onPrimary: Hex,
});
export type MailColors = z.infer<typeof MailColors>;

/** What a mail takes from a tenant's looks, for readers of light and of dark mails. */
export const MailLook = z.strictObject({
  name: z.string().max(80),
  senderName: z.string().max(80),
  replyTo: MailAddress.optional(),
  footer: z.string().max(300),
  logo: AssetPath.optional(),
  radius: z.number(),
  legal: ShownLinks,
  light: MailColors,
  dark: MailColors,
});
export type MailLook = z.infer<typeof MailLook>;

/** The looks of a tenant's mails, from what it published and chose about mails. */
export const mailLook = (brand: PublishedBrand, mail: MailTokens): MailLook => ({
  name: brand.name,
  senderName: asSender(mail.senderName || brand.name),
  ...(mail.replyTo && { replyTo: mail.replyTo }),
  footer: mail.footer,
  ...(brand.logo && { logo: brand.logo }),
  radius: brand.radius,
  legal: brand.legal ?? {},
  light: colorsOf(brand.light),
  dark: colorsOf(brand.dark),
});

/** Beside an address nothing may read like another, nor turn the writing around. */
const asSender = (name: string) =>
  name
    .replace(
      /[<>@\uFF1C\uFF1E\uFF20\uFE64\uFE65\uFE6B\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu,
      ' ',
    )
    .replace(/ +/g, ' ')
    .trim();

const sources = {
  ground: 'surface-sunken',
  card: 'surface-raised',
  line: 'line',
  text: 'text',
  muted: 'muted',
  primary: 'primary',
  onPrimary: 'primary-foreground',
} as const;

function colorsOf(run: string): MailColors {
  const colors = Object.fromEntries(unpackColors(run));
  return MailColors.parse(
    Object.fromEntries(Object.entries(sources).map(([name, role]) => [name, colors[role]])),
  );
}

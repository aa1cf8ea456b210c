import type { z } from 'zod';
import { presets } from '@/lib/tenancy/branding/presets';
import type { Founding } from '@/lib/tenancy/onboarding/founding';
import { readAddresses } from './addresses';
import type { Draft } from './draft';

type FoundingInput = z.input<typeof Founding>;

/** The draft as the sign-up takes it. */
export function foundingInput(draft: Draft, password: string): FoundingInput {
  const { name, slug, locale, timeZone, tier, content, ownerName, email } = draft;
  return {
    name,
    slug,
    locale,
    timeZone,
    tier,
    content,
    look: lookOf(draft),
    owner: { name: ownerName, email, password },
    invite: readAddresses(draft.invite).addresses,
  };
}

function lookOf({ preset, color, radius, logo }: Draft): FoundingInput['look'] {
  const chosen = presets.find(({ id }) => id === preset)?.look;
  return {
    ...(chosen ?? { color, radius }),
    ...(logo && { logo: fileOf(logo) }),
  };
}

function fileOf(dataUrl: string): File {
  const [head = '', body = ''] = dataUrl.split(',');
  const type = /^data:([\w/]+)/.exec(head)?.[1] ?? 'image/png';
  const bytes = Uint8Array.from(atob(body), (char) => char.charCodeAt(0));
  return new File([bytes], 'logo', { type });
}

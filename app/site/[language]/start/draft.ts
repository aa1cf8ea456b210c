import type { Language } from '@/lib/language/languages';
import { presets } from '@/lib/tenancy/branding/presets';
import type { radii } from '@/lib/tenancy/branding/tokens';
import type { Tier } from '@/lib/tenancy/tiers';

export interface Draft {
  name: string;
  slug: string;
  /** Whether the person chose the address; until then it follows the name. */
  ownSlug: boolean;
  /** The language of the workspace. */
  locale: Language;
  timeZone: string;
  /** Id of a preset, or null for a colour of their own. */
  preset: string | null;
  color: string;
  radius: (typeof radii)[number];
  /** The logo as a data URL, already made small. */
  logo: string | null;
  ownerName: string;
  email: string;
  tier: Tier;
  content: 'sample' | 'empty';
  /** Colleagues' addresses as pasted. */
  invite: string;
}

const [first] = presets;

export const emptyDraft: Draft = {
  name: '',
  slug: '',
  ownSlug: false,
  locale: 'en',
  timeZone: 'UTC',
  preset: first.id,
  color: first.look.color,
  radius: first.look.radius ?? 8,
  logo: null,
  ownerName: '',
  email: '',
  tier: 'pooled',
  content: 'sample',
  invite: '',
};

const key = 'start-draft';

interface Kept {
  draft: Draft;
  step: number;
}

/** What this tab kept of an earlier visit; the password is never kept. */
export function recallDraft(): Kept | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Kept | null;
    return kept?.draft ? { draft: { ...emptyDraft, ...kept.draft }, step: kept.step } : null;
  } catch {
    return null;
  }
}

export function keepDraft(kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Storage is full or forbidden: the form works, a reload starts anew.
  }
}

export const forgetDraft = () => sessionStorage.removeItem(key);

/** The language in which the founder reads this page, and the browser's time zone. */
export const guessed = (locale: Language): Pick<Draft, 'locale' | 'timeZone'> => ({
  locale,
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
});

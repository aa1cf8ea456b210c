import { findHostEntry } from '@/db/directory';
import { env } from '../env';
import { brandCss } from './branding/css';
import { PublishedBrand } from './branding/published';
import type { HostEntry } from './directory/entry';
import { parseHostSegment, resolveHost } from './hosts';

export interface Looks {
  brand: PublishedBrand;
  /** The brand's CSS variables. */
  css: string;
  slug: string;
}

const keptMs = 60_000;
const capacity = 2_000;
const kept = new Map<string, { looks: Looks; at: number }>();

/**
 * How a tenant looks, from the rewritten path alone, so that pages for everybody can be cached by
 * host and brand version. Null when no tenant has the host.
 */
export async function looksOf(segment: string): Promise<Looks | null> {
  const known = kept.get(segment);
  if (known && performance.now() - known.at < keptMs) return known.looks;
  const named = parseHostSegment(segment);
  if (!named) return null;
  const name = resolveHost(named.host, env().ROOT_DOMAIN);
  if (name.zone !== 'tenant') return null;
  const entry = await findHostEntry<HostEntry>(name.slug, name.host);
  // A version still to come was made up, and would fill caches with pages it must not show then.
  if (!entry || publishedOf(entry) < publishedOf(named)) return null;
  const brand = PublishedBrand.parse(entry.brand);
  const looks = { brand, css: brandCss(brand), slug: entry.slug };
  if (entry.brandVersion === named.brandVersion) keep(segment, looks);
  return looks;
}

/** The plan may show the same looks another way by now. */
const publishedOf = ({ brandVersion }: Pick<HostEntry, 'brandVersion'>) =>
  Math.floor(brandVersion / 2);

function keep(segment: string, looks: Looks) {
  kept.delete(segment);
  kept.set(segment, { looks, at: performance.now() });
  const [oldest] = kept.keys();
  if (kept.size > capacity && oldest) kept.delete(oldest);
}

import { useDeferredValue, useMemo } from 'react';
import { buildPalette } from '@/lib/tenancy/branding/palette';
import { presets } from '@/lib/tenancy/branding/presets';
import { brandVariables } from '@/lib/tenancy/branding/variables';
import { SignInPicture } from '../_parts/sign-in-picture';
import type { Draft } from './draft';

const hex = /^#[0-9a-f]{6}$/i;

/** The workspace's sign-in page as it will be, light and dark. */
export function StartPreview({ draft, suffix }: { draft: Draft; suffix: string }) {
  const { preset, color, radius, logo } = draft;
  const shown = useDeferredValue(hex.test(color) ? color.toLowerCase() : presets[0].look.color);
  const font = presets.find(({ id }) => id === preset)?.look.font;
  const variables = useMemo(
    () => brandVariables(buildPalette(shown), { radius, font }),
    [shown, radius, font],
  );
  return (
    <section aria-label="Preview of your sign-in page" className="grid gap-4">
      {(['light', 'dark'] as const).map((side) => (
        <SignInPicture
          key={side}
          side={side}
          name={draft.name.trim() || 'Your organisation'}
          logo={logo ?? undefined}
          address={`${draft.slug || 'your-address'}${suffix}`}
          variables={variables}
          className="h-96"
        />
      ))}
    </section>
  );
}

import { useDeferredValue, useMemo } from 'react';
import { useWording } from '@/lib/language/wording-provider';
import { buildPalette } from '@/lib/tenancy/branding/palette';
import { presets } from '@/lib/tenancy/branding/presets';
import { brandVariables } from '@/lib/tenancy/branding/variables';
import type { PictureLabels } from '../_parts/picture-labels';
import { SignInPicture } from '../_parts/sign-in-picture';
import type { Draft } from './draft';

const hex = /^#[0-9a-f]{6}$/i;

interface Props {
  draft: Draft;
  suffix: string;
  labels: PictureLabels;
}

/** The workspace's sign-in page as it will be, light and dark. */
export function StartPreview({ draft, suffix, labels }: Props) {
  const t = useWording('start');
  const { preset, color, radius, logo } = draft;
  const shown = useDeferredValue(hex.test(color) ? color.toLowerCase() : presets[0].look.color);
  const font = presets.find(({ id }) => id === preset)?.look.font;
  const variables = useMemo(
    () => brandVariables(buildPalette(shown), { radius, font }),
    [shown, radius, font],
  );
  return (
    <section aria-label={t('Preview of your sign-in page')} className="grid gap-4">
      {(['light', 'dark'] as const).map((side) => (
        <SignInPicture
          key={side}
          side={side}
          labels={labels}
          name={draft.name.trim() || t('Your organisation')}
          logo={logo ?? undefined}
          address={`${draft.slug || t('your-address')}${suffix}`}
          variables={variables}
          className="h-96"
        />
      ))}
    </section>
  );
}

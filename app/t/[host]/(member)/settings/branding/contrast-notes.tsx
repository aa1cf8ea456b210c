'use client';

import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { Wording } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { Adjustment } from '@/lib/tenancy/branding/primary';

interface Props {
  adjustments: Adjustment[];
  onUse: (color: string) => void;
}

/** Where the chosen colour cannot be read as it is: why, and the nearest that can. */
export function ContrastNotes({ adjustments, onUse }: Props) {
  const t = useWording('settings');
  if (adjustments.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {adjustments.map((adjustment) => (
        <Banner key={adjustment.appearance} tone="warning" title={titleOf(adjustment, t)}>
          <p>{explain(adjustment, t)}</p>
          <div className="mt-2 flex flex-wrap items-center gap-2">
            <Sample color={adjustment.from} />
            <span aria-hidden>→</span>
            <Sample color={adjustment.to} />
            {adjustment.reason === 'text-on-it' && adjustment.appearance === 'light' ? (
              <Button size="small" onClick={() => onUse(adjustment.to)}>
                {t('Use {to}', { to: adjustment.to })}
              </Button>
            ) : null}
          </div>
        </Banner>
      ))}
    </div>
  );
}

const titleOf = ({ appearance }: Adjustment, t: Wording<'settings'>) =>
  appearance === 'light' ? t('Adjusted on light pages') : t('Adjusted on dark pages');

function explain({ reason, contrast, needed, to }: Adjustment, t: Wording<'settings'>): string {
  const values = { contrast: contrast.toFixed(1), needed: String(needed), to };
  if (reason === 'text-on-it') {
    return t(
      'White words on this colour are hard to read: it reaches {contrast} : 1 where {needed} : 1 is needed. Buttons use {to}, the nearest that can be read.',
      values,
    );
  }
  if (reason === 'against-page') {
    return t(
      'This colour all but vanishes on the page: it reaches {contrast} : 1 where {needed} : 1 is needed. Buttons use {to}, the nearest that stands out.',
      values,
    );
  }
  return t(
    'This colour cannot be told from the page: it reaches {contrast} : 1 where {needed} : 1 is needed. Buttons use the text’s colour, {to}.',
    values,
  );
}

const Sample = ({ color }: { color: string }) => (
  <span className="inline-flex items-center gap-1.5 font-mono text-sm">
    <span
      aria-hidden
      style={{ background: color }}
      className="size-4 rounded-small border border-line"
    />
    {color}
  </span>
);

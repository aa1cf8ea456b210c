'use client';

import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import type { Adjustment } from '@/lib/tenancy/branding/primary';

interface Props {
  adjustments: Adjustment[];
  onUse: (color: string) => void;
}

/** Where the chosen colour cannot be read as it is: why, and the nearest that can. */
export function ContrastNotes({ adjustments, onUse }: Props) {
  if (adjustments.length === 0) return null;
  return (
    <div className="flex flex-col gap-2">
      {adjustments.map((adjustment) => (
        <Banner key={adjustment.appearance} tone="warning" title={titleOf(adjustment)}>
          <p>{explain(adjustment)}</p>
          <div className="mt-2 flex flex-wrap items-center gap-2">
            <Sample color={adjustment.from} />
            <span aria-hidden>→</span>
            <Sample color={adjustment.to} />
            {adjustment.reason === 'text-on-it' && adjustment.appearance === 'light' ? (
              <Button size="small" onClick={() => onUse(adjustment.to)}>
                Use {adjustment.to}
              </Button>
            ) : null}
          </div>
        </Banner>
      ))}
    </div>
  );
}

const titleOf = ({ appearance }: Adjustment) =>
  appearance === 'light' ? 'Adjusted on light pages' : 'Adjusted on dark pages';

function explain({ reason, contrast, needed, to }: Adjustment): string {
  const reached = `reaches ${contrast.toFixed(1)} : 1 where ${needed} : 1 is needed`;
  if (reason === 'text-on-it') {
    return `White words on this colour are hard to read: it ${reached}. Buttons use ${to}, the nearest that can be read.`;
  }
  if (reason === 'against-page') {
    return `This colour all but vanishes on the page: it ${reached}. Buttons use ${to}, the nearest that stands out.`;
  }
  return `This colour cannot be told from the page: it ${reached}. Buttons use the text’s colour, ${to}.`;
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

'use client';

import { useState } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { BrandTokens } from '@/lib/tenancy/branding/tokens';
import { PreviewApp } from './preview-app';
import { PreviewSignIn } from './preview-sign-in';

const views = [
  { value: 'sign-in', label: 'Sign-in' },
  { value: 'app', label: 'App' },
];

/** The draft as people will see it, light and dark side by side, made of the real parts. */
export function BrandPreview({ tokens }: { tokens: BrandTokens }) {
  const [view, setView] = useState('sign-in');
  const Shown = view === 'app' ? PreviewApp : PreviewSignIn;
  return (
    <section aria-label="Preview" className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 className="font-semibold">Preview</h2>
        <SegmentedControl
          label="What to preview"
          segments={views}
          value={view}
          onValueChange={setView}
        />
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        {(['light', 'dark'] as const).map((side) => (
          <figure key={side} className="min-w-0">
            <div
              inert
              data-brand-preview={side}
              className="h-100 overflow-hidden rounded-panel border border-line-strong bg-surface font-sans text-ink"
            >
              <div className="h-full [zoom:0.72]">
                <Shown tokens={tokens} />
              </div>
            </div>
            <figcaption className="mt-1.5 text-muted text-sm">
              {side === 'light' ? 'Light' : 'Dark'}
            </figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}

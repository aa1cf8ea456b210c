import { useState } from 'react';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { useWording } from '@/lib/language/wording-provider';
import type { BrandTokens } from '@/lib/tenancy/branding/tokens';
import { PreviewApp } from './preview-app';
import { PreviewMail } from './preview-mail';
import { PreviewPhone } from './preview-phone';
import { PreviewSignIn } from './preview-sign-in';

const views = [
  { value: 'sign-in', label: 'Sign-in', Shown: PreviewSignIn },
  { value: 'app', label: 'App', Shown: PreviewApp },
  { value: 'mail', label: 'Mail', Shown: PreviewMail },
  { value: 'phone', label: 'Phone', Shown: PreviewPhone },
] as const;

interface Props {
  tokens: BrandTokens;
  /** Named on pages that are not white-label; unknown where nothing may name it. */
  platform: string | null;
}

/** The draft as people will see it, in light and in dark, made of the real parts. */
export function BrandPreview({ tokens, platform }: Props) {
  const t = useWording('settings');
  const [chosen, setChosen] = useState<string>(views[0].value);
  const { label, Shown } = views.find(({ value }) => value === chosen) ?? views[0];
  return (
    <section aria-label={t('Preview')} className="flex flex-col gap-3">
      <SegmentedControl
        label={t('Preview')}
        segments={t.labelled(views.map((view) => ({ value: view.value, label: view.label })))}
        value={chosen}
        onValueChange={setChosen}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        {(['light', 'dark'] as const).map((side) => (
          <figure key={side} className="flex min-w-0 flex-col gap-1.5">
            <figcaption className="text-muted text-sm">
              <span className="sr-only">{t(label)}, </span>
              {side === 'light' ? t('Light') : t('Dark')}
            </figcaption>
            <div
              inert
              data-brand-preview={side}
              className="grid min-h-104 flex-1 overflow-hidden rounded-panel border border-line-strong bg-surface font-sans text-ink"
            >
              <div className="grid min-w-0 [zoom:0.62]">
                <Shown tokens={tokens} platform={platform} side={side} />
              </div>
            </div>
          </figure>
        ))}
      </div>
    </section>
  );
}

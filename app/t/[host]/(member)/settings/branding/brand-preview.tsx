import { cn } from '@/components/ui/cn';
import { useWording } from '@/lib/language/wording-provider';
import type { BrandTokens } from '@/lib/tenancy/branding/tokens';
import { PreviewApp } from './preview-app';
import { PreviewMail } from './preview-mail';
import { PreviewPhone } from './preview-phone';
import { PreviewSignIn } from './preview-sign-in';

const views = [
  { id: 'sign-in', title: 'Sign-in', Shown: PreviewSignIn, size: 'min-h-88' },
  { id: 'app', title: 'App', Shown: PreviewApp, size: 'min-h-64' },
  { id: 'mail', title: 'Mail', Shown: PreviewMail, size: 'min-h-88' },
  { id: 'phone', title: 'Phone', Shown: PreviewPhone, size: 'min-h-88' },
] as const;

interface Props {
  tokens: BrandTokens;
  /** Named on pages that are not white-label; unknown where nothing may name it. */
  platform: string | null;
}

/** The draft as people will see it, in light and in dark, made of the real parts. */
export function BrandPreview({ tokens, platform }: Props) {
  const t = useWording('settings');
  return (
    <section aria-label={t('Preview')} className="flex flex-col gap-5">
      {views.map(({ id, title, Shown, size }) => (
        <div key={id}>
          <h2 className="mb-2 font-semibold">{t(title)}</h2>
          <div className="grid grid-cols-[repeat(auto-fit,minmax(min(100%,20rem),1fr))] gap-3">
            {(['light', 'dark'] as const).map((side) => (
              <figure key={side} className="min-w-0">
                <figcaption className="sr-only">{`${t(title)}, ${side === 'light' ? t('Light') : t('Dark')}`}</figcaption>
                <div
                  inert
                  data-brand-preview={side}
                  className={cn(
                    'grid overflow-hidden rounded-panel border border-line-strong bg-surface font-sans text-ink',
                    size,
                  )}
                >
                  <div className="grid min-w-0 [zoom:0.62]">
                    <Shown tokens={tokens} platform={platform} side={side} />
                  </div>
                </div>
              </figure>
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

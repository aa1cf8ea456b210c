import type { ReactNode } from 'react';
import { Logo } from '@/components/brand/logo';
import { LanguageSwitch } from '@/lib/language/language-switch';
import { wording } from '@/lib/language/request';
import { LegalFooter } from '@/lib/tenancy/branding/legal-footer';
import { platformBrand } from '@/lib/tenancy/branding/presets';
import type { Looks } from '@/lib/tenancy/looks';

interface Props {
  brand: Looks['brand'];
  title: string;
  words?: string | undefined;
  children?: ReactNode;
}

/** The page of a form, in the looks of its tenant. */
export async function FormFrame({ brand, title, words, children }: Props) {
  const t = await wording('guest');
  return (
    <div className="relative isolate flex min-h-dvh flex-col bg-surface-sunken">
      <div
        aria-hidden
        className="absolute inset-x-0 top-0 -z-10 h-80 border-primary border-t-3 bg-linear-to-b from-brand-3 to-transparent"
      />
      <main className="mx-auto w-full max-w-xl flex-1 px-4 py-8 sm:py-14">
        <div className="mb-6 flex items-center gap-3">
          <Logo name={brand.name} src={brand.logo} size="large" decorative={!brand.logo} />
          {brand.logo ? null : (
            <p className="min-w-0 text-balance font-semibold text-lg tracking-tight">
              {brand.name}
            </p>
          )}
        </div>
        <div className="rounded-dialog border border-line bg-surface-raised p-5 shadow-raised sm:p-8">
          <h1 className="text-balance font-semibold text-xl tracking-tight">{title}</h1>
          {words ? (
            <p className="mt-1.5 whitespace-pre-line text-pretty text-muted">{words}</p>
          ) : null}
          {children ? <div className="mt-6">{children}</div> : null}
        </div>
      </main>
      <footer className="flex flex-wrap items-center justify-center gap-x-4 gap-y-1 px-4 pb-6 text-muted text-xs">
        <LegalFooter legal={brand.legal} />
        {brand.whiteLabel ? null : t('Runs on {platform}', { platform: platformBrand.name })}
        <LanguageSwitch />
      </footer>
    </div>
  );
}

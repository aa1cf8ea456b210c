import type { ReactNode } from 'react';
import { Logo } from '@/components/brand/logo';
import { cn } from '@/components/ui/cn';

export type AuthFrameProps = {
  brand: { name: string; logo?: string };
  /** The page's title; the tenant's own where it wrote one. */
  title: ReactNode;
  /** The tenant's words, or a line about what to do. */
  words?: ReactNode;
  /** Below the form: another way in, help. */
  after?: ReactNode;
  /** Legal links. Leave the platform's name out when the tenant is white-label. */
  footer?: ReactNode;
  /** Shows the page inside another one: fills its box and brings no landmarks or headings. */
  asPicture?: boolean;
  children: ReactNode;
};

/** The tenant's front door: its logo or monogram, name, words and colour around one form. */
export function AuthFrame({ brand, title, words, after, footer, ...rest }: AuthFrameProps) {
  const { asPicture = false, children } = rest;
  const Main = asPicture ? 'div' : 'main';
  const Title = asPicture ? 'p' : 'h1';
  return (
    <div
      className={cn(
        'relative isolate flex flex-col bg-surface-sunken',
        asPicture ? 'min-h-full' : 'min-h-dvh',
      )}
    >
      <div
        aria-hidden
        className="absolute inset-x-0 top-0 -z-10 h-80 border-primary border-t-3 bg-linear-to-b from-brand-3 to-transparent"
      />
      <Main className="flex flex-1 flex-col items-center justify-center px-4 py-10 sm:py-16">
        <div className="w-full max-w-sm">
          <div className="mb-6 flex items-center justify-center gap-3">
            <Logo name={brand.name} src={brand.logo} size="large" decorative={!brand.logo} />
            {brand.logo ? null : (
              <p className="min-w-0 text-balance font-semibold text-lg tracking-tight">
                {brand.name}
              </p>
            )}
          </div>
          <div className="rounded-dialog border border-line bg-surface-raised p-6 shadow-raised sm:p-8">
            <Title className="text-balance font-semibold text-xl tracking-tight">{title}</Title>
            {words ? <p className="mt-1.5 text-pretty text-muted">{words}</p> : null}
            <div className="mt-6">{children}</div>
          </div>
          {after ? <div className="mt-5 text-center text-muted text-sm">{after}</div> : null}
        </div>
      </Main>
      {footer ? (
        <footer className="flex flex-wrap justify-center gap-x-4 gap-y-1 px-4 pb-6 text-muted text-xs">
          {footer}
        </footer>
      ) : null}
    </div>
  );
}

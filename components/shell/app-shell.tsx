import { cn } from '@/components/ui/cn';
import { Toaster } from '@/components/ui/toaster';
import { PhoneBar } from './phone-bar';
import type { AppShellProps } from './shell-props';
import { Sidebar } from './sidebar';
import { SkipLink } from './skip-link';

/** The frame of every signed-in page: sidebar and content; on a phone a bar and a sheet. */
export function AppShell({ banner, tone = 'tenant', children, ...side }: AppShellProps) {
  return (
    <div className="flex h-dvh flex-col print:block print:h-auto">
      <SkipLink />
      {banner ? (
        <div className="z-30 shrink-0" data-print="hide">
          {banner}
        </div>
      ) : null}
      <div className="flex min-h-0 flex-1 flex-col md:flex-row print:block">
        <PhoneBar {...side} />
        <Sidebar {...side} tone={tone} />
        <main
          id="content"
          tabIndex={-1}
          className={cn(
            'scroll-quiet min-h-0 min-w-0 flex-1 overflow-y-auto bg-surface outline-none print:overflow-visible',
          )}
        >
          {children}
        </main>
      </div>
      <Toaster />
    </div>
  );
}

import { wording } from '@/lib/language/request';
import { DemoLink } from './demo-link';
import { FrontSection } from './front-section';
import { OnLocalHost } from './on-local-host';

const places = [
  { at: 'gangnam', what: 'Study centre', who: 'admin@gangnam.example' },
  { at: 'bundang', what: 'Maths academy', who: 'admin@bundang.example' },
  { at: 'daechi', what: 'English academy', who: 'teacher.b@example.com' },
  { at: 'acme', what: 'Partner with one person in each role', who: 'admin@acme.example' },
  { at: 'metro', what: 'Public agency', who: 'admin@metro.example' },
  { at: 'console', what: 'Console of the platform’s staff', who: 'staff@rowhouse.example' },
] as const;

/** The demo world, which stands on local installations only. */
export async function Demo() {
  const t = await wording('site');
  return (
    <OnLocalHost>
      <FrontSection
        id="demo"
        title={t('Look around')}
        lead={t.rich(
          'This installation runs on your own machine and has workspaces to try. Every password is <code>{password}</code>.',
          {
            password: 'rowhouse-demo-pass',
            code: (inner) => (
              <code key="code" className="font-mono text-base text-ink">
                {inner}
              </code>
            ),
          },
        )}
      >
        <ul className="grid gap-x-10 sm:grid-cols-2">
          {places.map(({ at, what, who }) => (
            <li key={at} className="flex flex-col gap-x-4 border-line border-t py-3 sm:flex-row">
              <span className="min-w-0 flex-1">
                <DemoLink at={at} />
                <span className="block text-muted">{t(what)}</span>
              </span>
              <span className="text-muted text-sm">{who}</span>
            </li>
          ))}
        </ul>
      </FrontSection>
    </OnLocalHost>
  );
}

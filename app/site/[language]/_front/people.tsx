import { Blocks, type LucideIcon, Palette, ShieldCheck, Users } from 'lucide-react';
import { wording } from '@/lib/language/request';
import type { Plain } from '@/lib/language/wording';
import { FrontSection } from './front-section';

interface Person {
  who: Plain<'site'>;
  icon: LucideIcon;
  line: Plain<'site'>;
  gets: Plain<'site'>[];
}

const people: Person[] = [
  {
    who: 'The people who work in it',
    icon: Users,
    line: 'They see their own organisation, never the platform.',
    gets: [
      'Sign in with a password or a mailed link, and see and end every device signed in',
      'Tables they design themselves: typed fields, a grid that stays quick at tens of thousands of rows',
      'CSV and JSON in with a dry run, views out again, a trash that gives things back',
      'One account for several workspaces that belong together, and a switch between them',
    ],
  },
  {
    who: 'The admin of a workspace',
    icon: Palette,
    line: 'Runs it without asking anybody.',
    gets: [
      'Colour, logo and words with a live preview, published and taken back in one click',
      'Invitations one by one or by the hundred, with a role and an outcome for each',
      'Modules on and off, each with the reason why',
      'A trail of who did what, with before and after',
      'A sealed backup every day, restores after a look at what would change, everything as files to take away',
    ],
  },
  {
    who: 'The staff of the platform',
    icon: ShieldCheck,
    line: 'See the fleet, and leave a trace.',
    gets: [
      'Every workspace by state, size and age, in a console on a host of its own',
      'Opening, suspending and resuming with a reason that is kept',
      'Moves between servers and strengths of isolation, while people work',
      'Everything staff do written down, with its reason',
    ],
  },
  {
    who: 'The developer',
    icon: Blocks,
    line: 'Nothing is done in a page that a program cannot do.',
    gets: [
      'A REST interface made from the same operations as the pages, with OpenAPI 3.1',
      'Tokens that never allow more than the person who made them',
      'Keys that make a repeated write harmless, errors that name the field',
      'The same operations on the command line',
    ],
  },
];

export async function People() {
  const t = await wording('site');
  return (
    <FrontSection id="people" title={t('What each person gets')}>
      <div className="grid gap-x-10 gap-y-9 sm:grid-cols-2">
        {people.map(({ who, icon: Icon, line, gets }) => (
          <div key={who} className="border-line border-t pt-4">
            <h3 className="flex items-center gap-2 font-semibold text-lg">
              <Icon aria-hidden className="size-4 text-mark" />
              {t(who)}
            </h3>
            <p className="mt-0.5 text-muted">{t(line)}</p>
            <ul className="mt-3 grid gap-2">
              {gets.map((one) => (
                <li key={one} className="flex gap-2.5 text-pretty">
                  <span aria-hidden className="mt-2 size-1 shrink-0 rounded-full bg-mark" />
                  {t(one)}
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
    </FrontSection>
  );
}

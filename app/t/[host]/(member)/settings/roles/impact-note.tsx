import { Banner } from '@/components/ui/banner';
import type { Impact } from '@/lib/access/roles/impact';
import { useWording } from '@/lib/language/wording-provider';

/** Whom a change concerns, before it is made. */
export function ImpactNote({ impact }: { impact: Impact }) {
  const t = useWording('settings');
  const { people, gaining, losing, names, tokens, invitations, secondFactor, wider } = impact;
  const lines = [
    t(
      '{count, plural, =0 {Nobody has this role.} one {# person has this role.} other {# people have this role.}}',
      { count: people },
    ),
    gaining > 0 &&
      t('{count, plural, one {# person} other {# people}} may do more than now.', {
        count: gaining,
      }),
    losing > 0 &&
      t('{count, plural, one {# person} other {# people}} may do less than now.', {
        count: losing,
      }),
    names.length > 0 && t('Among them: {names}.', { names: names.join(', ') }),
    tokens > 0 &&
      t('{count, plural, one {# API token} other {# API tokens}} can do less.', { count: tokens }),
    invitations > 0 &&
      t(
        '{count, plural, one {# open invitation gives} other {# open invitations give}} this role.',
        { count: invitations },
      ),
    secondFactor && t('A second factor is asked of this role by name.'),
  ].filter((line) => line !== false);
  return (
    <>
      <Banner tone={losing > 0 ? 'warning' : 'info'}>
        <ul className="grid gap-1">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Banner>
      {wider.length > 0 ? (
        <Banner tone="danger">
          {t(
            'Rules would open more to them in {names}. Change the rules there first, or choose another role.',
            { names: wider.join(', ') },
          )}
        </Banner>
      ) : null}
    </>
  );
}

import { LinkButton } from '@/components/ui/link-button';
import { wording } from '@/lib/language/request';
import { FrontSection } from './front-section';

const steps = [
  {
    title: 'Name and address',
    text: 'You see at once whether the address is free, and a free one near it if not.',
  },
  {
    title: 'Look',
    text: 'A preset, a colour of yours, or the colour found in your logo. The sign-in page is drawn beside it as you choose.',
  },
  {
    title: 'You, and the first people',
    text: 'Your account becomes its admin. Paste colleagues’ addresses and each gets an invitation.',
  },
] as const;

export async function Opening() {
  const t = await wording('site');
  return (
    <FrontSection
      id="opening"
      title={t('How a workspace opens')}
      lead={t(
        'Everything is written in one transaction: either the workspace stands with its roles, look, owner and invitations, or nothing happened.',
      )}
    >
      <ol className="grid gap-x-10 gap-y-6 md:grid-cols-3">
        {steps.map(({ title, text }, at) => (
          <li key={title} className="border-line border-t pt-4">
            <p className="font-medium text-link text-sm tabular-nums">{at + 1}</p>
            <h3 className="mt-1 font-semibold text-lg">{t(title)}</h3>
            <p className="mt-1 text-pretty text-muted">{t(text)}</p>
          </li>
        ))}
      </ol>
      <LinkButton href="/start" variant="primary" className="mt-8">
        {t('Start a workspace')}
      </LinkButton>
    </FrontSection>
  );
}

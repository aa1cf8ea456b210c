import type { Metadata } from 'next';
import { NamedIcon } from '@/components/ui/named-icon';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { helpFor } from '@/lib/tenancy/help/topics';
import { HelpList } from './help-list';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('help');
  return { title: t('Help') };
}

/** Answers to what people ask, of the modules that are on and as far as the reader can use them. */
export default async function Help({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('help');
  const door = await openMemberPage((await params).host);
  const { tenant, can, flags } = door;
  const sections = await helpFor({ modulesOff: tenant.modulesOff, can, flags });
  return (
    <PageFrame width="prose" title={t('Help')} description={t('How things are done here.')}>
      <HelpList
        words={{
          search: t('Search in help'),
          nothing: t('No answer has these words'),
          other: t('Try fewer or other words, or ask an admin of {tenant}.', {
            tenant: tenant.name,
          }),
          there: t('Go there'),
        }}
        sections={sections.map(({ id, title, icon, questions }) => ({
          ...{ id, title: t.said(title), icon: <NamedIcon name={icon} /> },
          questions: questions.map(({ question, answer, path }) => ({
            ...{ question: t.said(question), answer: t.said(answer), path },
          })),
        }))}
      />
    </PageFrame>
  );
}

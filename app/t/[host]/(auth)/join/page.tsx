import type { Metadata } from 'next';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../_parts/front-door';
import { TextLink } from '../_parts/text-link';
import { JoinForm } from './join-form';

export const dynamic = 'force-static';
export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Join with your work e-mail') };
}

export default async function Join({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('auth');
  return (
    <FrontDoor
      host={(await params).host}
      title={t('Join with your work e-mail')}
      words={t('We mail you a link with which to come in.')}
      after={<TextLink href="/sign-in">{t('Back to sign-in')}</TextLink>}
    >
      <JoinForm />
    </FrontDoor>
  );
}

import type { Metadata } from 'next';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../_parts/front-door';
import { TextLink } from '../_parts/text-link';
import { ForgotForm } from './forgot-form';

export const dynamic = 'force-static';
export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Choose a new password') };
}

export default async function Forgot({ params }: { params: Promise<{ host: string }> }) {
  const t = await wording('auth');
  return (
    <FrontDoor
      host={(await params).host}
      title={t('Choose a new password')}
      words={t('We mail you a link with which to set it.')}
      after={<TextLink href="/sign-in">{t('Back to sign-in')}</TextLink>}
    >
      <ForgotForm />
    </FrontDoor>
  );
}

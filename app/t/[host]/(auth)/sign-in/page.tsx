import type { Metadata } from 'next';
import { wording } from '@/lib/language/request';
import { FrontDoor } from '../_parts/front-door';
import { FurtherWays } from './further-ways';
import { SignInForm } from './sign-in-form';

// Dressed by host and brand version alone, so that it is made once for everybody.
export const dynamic = 'force-static';
export const revalidate = 300;
export const generateStaticParams = () => [];

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('auth');
  return { title: t('Sign in') };
}

export default async function SignIn({ params }: { params: Promise<{ host: string }> }) {
  return (
    <FrontDoor host={(await params).host}>
      <SignInForm />
      <FurtherWays />
    </FrontDoor>
  );
}

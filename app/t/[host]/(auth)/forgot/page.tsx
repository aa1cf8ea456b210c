import type { Metadata } from 'next';
import { FrontDoor } from '../_parts/front-door';
import { TextLink } from '../_parts/text-link';
import { ForgotForm } from './forgot-form';

export const dynamic = 'force-static';
export const revalidate = 300;
export const generateStaticParams = () => [];

export const metadata: Metadata = { title: 'Choose a new password' };

export default async function Forgot({ params }: { params: Promise<{ host: string }> }) {
  return (
    <FrontDoor
      host={(await params).host}
      title="Choose a new password"
      words="We mail you a link with which to set it."
      after={<TextLink href="/sign-in">Back to sign-in</TextLink>}
    >
      <ForgotForm />
    </FrontDoor>
  );
}

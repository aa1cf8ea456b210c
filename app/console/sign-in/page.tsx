import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { openPage } from '@/lib/doors/page';
import { LanguageSwitch } from '@/lib/language/language-switch';
import { wording } from '@/lib/language/request';
import { ConsoleMark } from '../_frame/console-mark';
import { StaffSignInForm } from './staff-sign-in-form';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('console');
  return { title: t('Sign in') };
}

export default async function StaffSignIn() {
  const t = await wording('console');
  const door = await openPage();
  if (door.caller.staff) redirect('/');
  return (
    <main className="grid min-h-dvh place-items-center border-t-3 border-t-inverse bg-surface-sunken px-4 py-10">
      <div className="w-full max-w-sm">
        <div className="mb-6 flex justify-center">
          <ConsoleMark />
        </div>
        <div className="rounded-dialog border border-line bg-surface-raised p-6 shadow-raised sm:p-8">
          <h1 className="font-semibold text-xl tracking-tight">{t('Sign in to the console')}</h1>
          <p className="mt-1.5 text-muted">
            {t('For platform staff. Everything you do is recorded.')}
          </p>
          <div className="mt-6">
            <StaffSignInForm />
          </div>
        </div>
        <div className="mt-5 flex justify-center text-muted text-xs">
          <LanguageSwitch />
        </div>
      </div>
    </main>
  );
}

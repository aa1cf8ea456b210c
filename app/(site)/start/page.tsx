import type { Metadata } from 'next';
import { SiteFrame } from '../_parts/site-frame';
import { StartForm } from './start-form';

export const dynamic = 'force-static';

export const metadata: Metadata = { title: 'Start a workspace' };

export default function Start() {
  return (
    <SiteFrame>
      <div className="mx-auto w-full max-w-6xl px-4 py-10 sm:px-6 sm:py-14">
        <h1 className="font-semibold text-2xl tracking-tight">Start a workspace</h1>
        <p className="mt-1 mb-8 text-measure text-lg text-muted">
          Four short steps. Nothing is written before the last one, and everything but the address
          can be changed later.
        </p>
        <StartForm />
      </div>
    </SiteFrame>
  );
}

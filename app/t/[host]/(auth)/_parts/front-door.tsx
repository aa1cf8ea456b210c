import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { AuthFrame } from '@/components/shell/auth-frame';
import { looksOf } from '@/lib/tenancy/looks';

interface Props {
  /** Path segment that names host and brand version. */
  host: string;
  title?: ReactNode;
  words?: ReactNode;
  after?: ReactNode;
  children: ReactNode;
}

/** The frame of every page before sign-in, in the tenant's looks; reads the path alone. */
export async function FrontDoor({ host, title, words, after, children }: Props) {
  const looks = await looksOf(host);
  if (!looks) notFound();
  const { name, logo, title: ownTitle, words: ownWords, whiteLabel } = looks.brand;
  return (
    <AuthFrame
      brand={{ name, ...(logo && { logo }) }}
      title={title ?? ownTitle ?? `Sign in to ${name}`}
      words={title ? words : (ownWords ?? words)}
      after={after}
      footer={whiteLabel ? undefined : <span>Runs on Rowhouse</span>}
    >
      {children}
    </AuthFrame>
  );
}

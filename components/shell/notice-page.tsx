import type { ReactNode } from 'react';
import { Logo } from '@/components/brand/logo';

export type NoticePageProps = {
  /** Whose house this is; leave out for an unknown host. */
  brand?: { name: string; logo?: string };
  /** A short code above the title, such as "404". */
  code?: string;
  title: ReactNode;
  description: ReactNode;
  action?: ReactNode;
  /** Small print: a request id. */
  detail?: ReactNode;
};

/** A page that says one thing: unknown host, suspended, not found, failed. */
export function NoticePage({ brand, code, title, description, action, detail }: NoticePageProps) {
  return (
    <main className="flex min-h-dvh flex-col bg-surface px-6 py-6">
      {brand ? (
        <div className="flex items-center gap-2.5">
          <Logo name={brand.name} src={brand.logo} size="small" decorative />
          <span className="truncate font-semibold">{brand.name}</span>
        </div>
      ) : null}
      <div className="mx-auto flex w-full max-w-lg flex-1 flex-col justify-center py-16">
        {code ? <p className="mb-2 font-medium text-link tabular-nums">{code}</p> : null}
        <h1 className="text-balance font-semibold text-2xl tracking-tight">{title}</h1>
        <p className="mt-2 text-measure text-lg text-muted">{description}</p>
        {action ? <div className="mt-6 flex flex-wrap gap-2">{action}</div> : null}
        {detail ? <div className="mt-8 text-subtle text-xs">{detail}</div> : null}
      </div>
    </main>
  );
}

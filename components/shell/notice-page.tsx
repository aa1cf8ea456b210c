import type { ReactNode } from 'react';

export type NoticePageProps = {
  /** Whose house this is, as `BrandLine`; leave out for an unknown host. */
  head?: ReactNode;
  /** A short code above the title, such as "404". */
  code?: string;
  title: ReactNode;
  description: ReactNode;
  action?: ReactNode;
  /** Small print: a request id. */
  detail?: ReactNode;
};

/** A page that says one thing: unknown host, suspended, not found, failed. */
export function NoticePage({ head, code, title, description, action, detail }: NoticePageProps) {
  return (
    <main className="flex min-h-dvh flex-col bg-surface px-6 py-6">
      {head}
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

'use client';

import { CircleCheck, TriangleAlert } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useWording } from '@/lib/language/wording-provider';

export interface InviteOutcome {
  email: string;
  invitationId: string | null;
  error: string | null;
}

interface Props {
  outcomes: InviteOutcome[];
  onDone: () => void;
  /** Takes those that were not sent back to the form. */
  onAgain: () => void;
}

/** What became of each address; the refused ones first. */
export function InviteResults({ outcomes, onDone, onAgain }: Props) {
  const t = useWording('settings');
  const sent = outcomes.filter((one) => one.invitationId).length;
  const refusedFirst = outcomes.toSorted(
    (a, b) => Number(Boolean(a.invitationId)) - Number(Boolean(b.invitationId)),
  );
  return (
    <div className="flex flex-col gap-4">
      <p role="status">
        {sent === outcomes.length
          ? t('{sent} sent.', { sent })
          : t('{sent} sent, {count} not sent.', { sent, count: outcomes.length - sent })}
      </p>
      <ul className="scroll-quiet flex max-h-72 flex-col overflow-y-auto rounded-panel border border-line">
        {refusedFirst.map((one, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be written twice
            key={`${at} ${one.email}`}
            className="flex gap-2.5 border-line border-b px-3 py-2 last:border-b-0"
          >
            {one.invitationId ? (
              <CircleCheck
                aria-label={t('Sent')}
                className="mt-0.5 size-4 shrink-0 text-success-mark"
              />
            ) : (
              <TriangleAlert
                aria-label={t('Not sent')}
                className="mt-0.5 size-4 shrink-0 text-warning-mark"
              />
            )}
            <span className="min-w-0">
              <span className="block truncate">{one.email}</span>
              {one.error ? <span className="block text-muted text-sm">{one.error}</span> : null}
            </span>
          </li>
        ))}
      </ul>
      <div className="flex justify-end gap-2">
        {sent < outcomes.length ? (
          <Button onClick={onAgain}>{t('Correct the others')}</Button>
        ) : null}
        <Button variant="primary" onClick={onDone}>
          {t('Done')}
        </Button>
      </div>
    </div>
  );
}

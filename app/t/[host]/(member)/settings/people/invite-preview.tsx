'use client';

import { TriangleAlert } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { useWording } from '@/lib/language/wording-provider';
import type { RoleChoice } from './member-facts';
import type { WrittenInvite } from './parse-invites';
import { useTroubleWords } from './trouble-words';

interface Props {
  written: WrittenInvite[];
  roles: RoleChoice[];
}

/** How the list was understood, before anything is sent; what cannot be sent stands first. */
export function InvitePreview({ written, roles }: Props) {
  const t = useWording('settings');
  const troubleWords = useTroubleWords();
  const troubled = written.filter(({ trouble }) => trouble).length;
  const plain = written.length < 2 && troubled === 0 && !written.some(({ name }) => name);
  if (plain) return null;
  const nameOf = (id: string) => t.said(roles.find((role) => role.id === id)?.name ?? '');
  const troubledFirst = written.toSorted((a, b) => Number(!a.trouble) - Number(!b.trouble));
  return (
    <section aria-label={t('As understood')} className="flex flex-col gap-1.5">
      <p role="status" className="font-medium text-sm">
        {troubled === 0
          ? t('{count} to send', { count: written.length })
          : t('{count} to send, {troubled} left out', {
              count: written.length - troubled,
              troubled,
            })}
      </p>
      <ul className="scroll-quiet flex max-h-56 flex-col overflow-y-auto rounded-panel border border-line">
        {troubledFirst.map((one, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the same line may be written twice
            key={`${at} ${one.email}`}
            className="flex items-start gap-2.5 border-line border-b px-3 py-1.5 last:border-b-0"
          >
            {one.trouble ? (
              <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning-mark" />
            ) : null}
            <span className="min-w-0 flex-1">
              <span className="block truncate">
                {one.email}
                {one.name ? <span className="text-muted"> · {one.name}</span> : null}
              </span>
              {one.trouble ? (
                <span className="block text-muted text-sm">{troubleWords(one)}</span>
              ) : null}
            </span>
            {one.trouble ? null : <Badge className="mt-0.5">{nameOf(one.roleId)}</Badge>}
          </li>
        ))}
      </ul>
    </section>
  );
}

'use client';

import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { formatTime } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import { readRoleHistory } from './actions';
import type { MemberRow } from './member-facts';

type Answer = Awaited<ReturnType<typeof readRoleHistory>>;
type Change = Extract<Answer, { ok: true }>['data']['changes'][number];

interface Props {
  member: MemberRow;
  timeZone: string;
  onClose: () => void;
}

/** How a member came to their roles and lost them. */
export function HistoryDialog({ member, timeZone, onClose }: Props) {
  const t = useWording('settings');
  const [answer, setAnswer] = useState<Answer | 'unreachable' | null>(null);
  useEffect(() => {
    let gone = false;
    readRoleHistory({ id: member.id })
      .catch(() => 'unreachable' as const)
      .then((found) => gone || setAnswer(found));
    return () => {
      gone = true;
    };
  }, [member.id]);
  return (
    <Dialog open onOpenChange={onClose} title={t('Roles of {name}', { name: member.name })}>
      <Changes answer={answer} timeZone={timeZone} />
    </Dialog>
  );
}

function Changes({
  answer,
  timeZone,
}: {
  answer: Answer | 'unreachable' | null;
  timeZone: string;
}) {
  const t = useWording('settings');
  if (!answer) return <Skeleton className="h-24" />;
  if (answer === 'unreachable' || !answer.ok) {
    return <Banner tone="danger">{t('The history could not be read. Try again.')}</Banner>;
  }
  const { changes } = answer.data;
  if (changes.length === 0) {
    return <p className="text-muted">{t('No change is recorded.')}</p>;
  }
  return (
    <ol className="grid gap-3">
      {changes.map((change) => (
        <ChangeLine key={change.id} change={change} timeZone={timeZone} />
      ))}
    </ol>
  );
}

function ChangeLine({ change, timeZone }: { change: Change; timeZone: string }) {
  const t = useWording('settings');
  const timeOf = (at: Date) => formatTime(new Date(at), { locale: t.language, timeZone });
  const name = t.said(change.roleName);
  const role = change.teamName
    ? t('{role} over {team}', { role: name, team: change.teamName })
    : name;
  const until = change.endsAt ? timeOf(change.endsAt) : null;
  const said = {
    given: until ? t('{role} given until {until}', { role, until }) : t('{role} given', { role }),
    taken: t('{role} taken away', { role }),
    end_changed: until
      ? t('{role} now ends on {until}', { role, until })
      : t('{role} no longer ends', { role }),
    ended: t('{role} ended', { role }),
  }[change.kind];
  return (
    <li>
      <p className="font-medium">{said}</p>
      <p className="text-muted text-sm">
        {t('{time}, {name}: {reason}', {
          time: timeOf(change.at),
          name: change.byName,
          reason: t.said(change.reason),
        })}
      </p>
    </li>
  );
}

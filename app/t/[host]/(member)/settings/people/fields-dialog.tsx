'use client';

import { useEffect, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Dialog } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { ValuesForm } from '@/lib/custom-fields/ui/values-form';
import { useWording } from '@/lib/language/wording-provider';
import { fillMemberFields, readMemberFields } from './actions';
import type { MemberRow } from './member-facts';

interface Props {
  member: MemberRow;
  onClose: () => void;
}

/** What the workspace's own fields say of a member. */
export function FieldsDialog({ member, onClose }: Props) {
  const t = useWording('settings');
  const [round, setRound] = useState(0);
  return (
    <Dialog open onOpenChange={onClose} title={t('Fields of {name}', { name: member.name })}>
      <Values key={round} id={member.id} onDone={onClose} onReload={() => setRound(round + 1)} />
    </Dialog>
  );
}

interface ValuesProps {
  id: string;
  onDone: () => void;
  onReload: () => void;
}

function Values({ id, onDone, onReload }: ValuesProps) {
  const t = useWording('settings');
  const [answer, setAnswer] = useState<
    Awaited<ReturnType<typeof readMemberFields>> | 'unreachable' | null
  >(null);
  useEffect(() => {
    let gone = false;
    readMemberFields({ id })
      .catch(() => 'unreachable' as const)
      .then((found) => gone || setAnswer(found));
    return () => {
      gone = true;
    };
  }, [id]);
  if (!answer) return <Skeleton className="h-40" />;
  if (answer === 'unreachable' || !answer.ok) {
    return <Banner tone="danger">{t('The fields could not be read. Try again.')}</Banner>;
  }
  return (
    <ValuesForm
      values={answer.data}
      act={(change) => fillMemberFields({ ...change, id })}
      onDone={onDone}
      onReload={onReload}
    />
  );
}

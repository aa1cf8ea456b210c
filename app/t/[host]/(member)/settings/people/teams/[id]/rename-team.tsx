'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { changeTeam } from '../actions';
import { TeamBasics } from '../team-basics';
import type { TeamRef } from './team-ref';

interface Props {
  team: TeamRef & { description: string };
  onClose: () => void;
}

export function RenameTeam({ team, onClose }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const form = useId();
  const [draft, setDraft] = useState({ name: team.name, description: team.description });
  const { pending, error, fields, submit } = useSubmit(changeTeam, ({ name }) => {
    notify.done(t('Team {name} saved', { name }));
    router.refresh();
    onClose();
  });
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('Rename {name}', { name: team.name })}
      footer={
        <>
          <DialogClose>
            <Button>{t('Cancel')}</Button>
          </DialogClose>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {t('Save team')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        className="flex flex-col gap-5"
        onSend={() => submit({ id: team.id, ...draft })}
      >
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <TeamBasics draft={draft} fields={fields} onChange={setDraft} />
      </Form>
    </Dialog>
  );
}

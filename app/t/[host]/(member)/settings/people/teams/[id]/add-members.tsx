'use client';

import { UserPlus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { addTeamMembers } from '../actions';
import { PeoplePicker } from './people-picker';
import type { TeamRef } from './team-ref';

/** Adds several people to a team at once. */
export function AddMembers({ team }: { team: TeamRef }) {
  const t = useWording('settings');
  const router = useRouter();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string[]>([]);
  const { pending, error, fields, submit, reset } = useSubmit(addTeamMembers, ({ added }) => {
    notify.done(
      t('{count, plural, one {# person} other {# people}} added to {team}', {
        count: added,
        team: team.name,
      }),
    );
    change(false);
    router.refresh();
  });
  const change = (next: boolean) => {
    setOpen(next);
    setChosen([]);
    reset();
  };
  const refusal = error ?? fields.userIds;
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button variant="primary">
          <UserPlus aria-hidden />
          {t('Add people')}
        </Button>
      }
      title={t('Add people to {team}', { team: team.name })}
      description={t('Where rules keep records to teams, they will see this team’s and it theirs.')}
      footer={
        <>
          <DialogClose>
            <Button>{t('Cancel')}</Button>
          </DialogClose>
          <Button
            type="submit"
            form={form}
            variant="primary"
            pending={pending}
            disabled={chosen.length === 0}
          >
            {t('{count, plural, =0 {Add people} one {Add # person} other {Add # people}}', {
              count: chosen.length,
            })}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        className="flex flex-col gap-4"
        onSend={() => submit({ id: team.id, userIds: chosen })}
      >
        {refusal ? <Banner tone="danger">{refusal}</Banner> : null}
        <PeoplePicker teamId={team.id} chosen={chosen} onChange={setChosen} />
      </Form>
    </Dialog>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { DateInput } from '@/components/ui/date-input';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { notify } from '@/components/ui/notify';
import { Select } from '@/components/ui/select';
import { useWording } from '@/lib/language/wording-provider';
import { momentAt } from '@/lib/wall-time';
import { ReasonField } from '../../reason-field';
import { giveRoleOverTeam } from '../actions';
import { PersonField } from './person-field';
import type { TeamRef } from './team-ref';

interface Props {
  team: TeamRef;
  roles: { id: string; name: string }[];
  timeZone: string;
}

const blank = { userId: '', roleId: '', ends: '', reason: '' };

/** Gives somebody a role over one team alone. */
export function GiveRole({ team, roles, timeZone }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const form = useId();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(blank);
  const { pending, error, fields, submit, reset } = useSubmit(giveRoleOverTeam, () => {
    notify.done(t('Role over {team} given', { team: team.name }));
    change(false);
    router.refresh();
  });
  const change = (next: boolean) => {
    setOpen(next);
    setDraft(blank);
    reset();
  };
  const { userId, roleId, ends, reason } = draft;
  const set = (part: Partial<typeof blank>) => setDraft({ ...draft, ...part });
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={<Button>{t('Give a role')}</Button>}
      title={t('Give a role over {team}', { team: team.name })}
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
            disabled={!userId || !roleId}
          >
            {t('Give role')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        className="flex flex-col gap-5"
        onSend={() =>
          submit({ id: team.id, userId, roleId, endsAt: momentAt(ends, timeZone), reason })
        }
      >
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <PersonField
          value={userId}
          error={fields.userId}
          onChange={(next) => set({ userId: next })}
        />
        <Field label={t('Role')} error={fields.roleId}>
          <Select
            value={roleId}
            onValueChange={(next) => set({ roleId: next })}
            options={roles.map(({ id, name }) => ({ value: id, label: t.said(name) }))}
          />
        </Field>
        <Field label={t('Ends')} note={t('optional')} error={fields.endsAt}>
          <DateInput
            kind="datetime-local"
            value={ends}
            onChange={(event) => set({ ends: event.target.value })}
          />
        </Field>
        <ReasonField
          value={reason}
          onChange={(next) => set({ reason: next })}
          error={fields.reason}
          placeholder={t('Looks after the night shift')}
        />
      </Form>
    </Dialog>
  );
}

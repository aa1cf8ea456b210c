import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { acceptGrant } from './actions';
import type { GrantLine } from './grant-line';
import { RoleChoices } from './role-choices';

/** Accepts an offer for some of the roles it names, or changes which of them may look. */
export function AnswerGrant({ line }: { line: GrantLine }) {
  const t = useWording('settings');
  const router = useRouter();
  const form = useId();
  const { id, partner, place, what, purpose, until, roles, state } = line;
  const accepted = state === 'accepted';
  const start = roles.map(({ key }) => key).filter((key) => !accepted || line.open.includes(key));
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(start);
  const { pending, error, fields, submit, reset } = useSubmit(acceptGrant, () => {
    notify.done(t('{place} of {partner} is open to these roles', { place, partner }));
    change(false);
    router.refresh();
  });
  const change = (next: boolean) => {
    setOpen(next);
    if (next) setChosen(start);
    reset();
  };
  const action = accepted ? t('Save roles') : t('Accept');
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={
        <Button size="small" variant={accepted ? 'secondary' : 'primary'}>
          {accepted ? t('Roles') : t('Accept')}
        </Button>
      }
      title={
        accepted
          ? t('Roles that may look at {place} of {partner}', { place, partner })
          : t('Accept {place} of {partner}', { place, partner })
      }
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
            {action}
          </Button>
        </>
      }
    >
      <Form id={form} className="flex flex-col gap-4" onSend={() => submit({ id, roles: chosen })}>
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <div className="text-pretty text-muted">
          <p>{what}</p>
          <p>{purpose}</p>
          <p>{until}</p>
        </div>
        <RoleChoices
          legend={t('Who may look')}
          help={t('Whoever looks is named in the audit trail of both workspaces.')}
          error={fields.roles}
          roles={roles}
          chosen={chosen}
          onChange={setChosen}
        />
      </Form>
    </Dialog>
  );
}

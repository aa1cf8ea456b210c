'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { notify } from '@/components/ui/notify';
import { changeRoles } from './actions';
import type { MemberRow, RoleChoice } from './member-facts';
import { ReasonField } from './reason-field';

interface Props {
  member: MemberRow;
  roles: RoleChoice[];
  onClose: () => void;
}

export function RolesDialog({ member, roles, onClose }: Props) {
  const router = useRouter();
  const form = useId();
  const [chosen, setChosen] = useState(() => member.roles.map((role) => role.id));
  const [reason, setReason] = useState('');
  const { pending, error, fields, submit } = useSubmit(changeRoles, () => {
    notify.done(`Roles of ${member.name} changed`);
    router.refresh();
    onClose();
  });
  const toggle = (id: string, on: boolean) =>
    setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const general = error ?? fields.roleIds;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Roles of ${member.name}`}
      description="A change holds from their next click on."
      footer={
        <>
          <DialogClose>
            <Button>Cancel</Button>
          </DialogClose>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            Change roles
          </Button>
        </>
      }
    >
      <Form
        id={form}
        className="flex flex-col gap-5"
        onSend={() => submit({ id: member.id, roleIds: chosen, reason })}
      >
        {general ? <Banner tone="danger">{general}</Banner> : null}
        <fieldset className="flex flex-col gap-2.5">
          <legend className="mb-2 font-medium text-sm">Roles</legend>
          {roles.map((role) => (
            <Choice
              key={role.id}
              label={role.name}
              help={role.grantable ? undefined : 'May do more than you, so you cannot give it.'}
            >
              <Checkbox
                checked={chosen.includes(role.id)}
                disabled={!role.grantable}
                onCheckedChange={(on) => toggle(role.id, on === true)}
              />
            </Choice>
          ))}
        </fieldset>
        <ReasonField
          value={reason}
          onChange={setReason}
          error={fields.reason}
          placeholder="Takes over the front desk"
        />
      </Form>
    </Dialog>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { DateInput } from '@/components/ui/date-input';
import { Dialog, DialogClose } from '@/components/ui/dialog';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import { momentAt } from '@/lib/wall-time';
import { changeRoles } from './actions';
import type { MemberRow, RoleChoice } from './member-facts';
import { OwnTokensNote } from './own-tokens-note';
import { ReasonField } from './reason-field';

interface Props {
  member: MemberRow;
  roles: RoleChoice[];
  timeZone: string;
  onClose: () => void;
}

export function RolesDialog({ member, roles, timeZone, onClose }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const form = useId();
  const [chosen, setChosen] = useState(() => member.roles.map((role) => role.id));
  const before = endsOf(member);
  const [ends, setEnds] = useState(before);
  const [reason, setReason] = useState('');
  const { pending, error, fields, submit } = useSubmit(changeRoles, () => {
    notify.done(t('Roles of {name} changed', { name: member.name }));
    router.refresh();
    onClose();
  });
  const toggle = (id: string, on: boolean) =>
    setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const general = error ?? fields.roleIds ?? fields.ends;
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={t('Roles of {name}', { name: member.name })}
      description={t('A change holds from their next click on.')}
      footer={
        <>
          <DialogClose>
            <Button>{t('Cancel')}</Button>
          </DialogClose>
          <Button type="submit" form={form} variant="primary" pending={pending}>
            {t('Change roles')}
          </Button>
        </>
      }
    >
      <Form
        id={form}
        className="flex flex-col gap-5"
        onSend={() =>
          submit({
            id: member.id,
            roleIds: chosen,
            ends: chosen
              .filter((id) => (ends[id] ?? '') !== (before[id] ?? ''))
              .map((roleId) => ({ roleId, at: momentAt(ends[roleId] ?? '', timeZone) })),
            reason,
          })
        }
      >
        {general ? <Banner tone="danger">{general}</Banner> : null}
        <fieldset className="flex flex-col gap-2.5">
          <legend className="mb-2 font-medium text-sm">{t('Roles')}</legend>
          {roles.map((role) => (
            <div
              key={role.id}
              className="flex min-h-control flex-wrap items-center gap-x-3 gap-y-1"
            >
              <Choice
                className="min-w-40 flex-1"
                label={t.said(role.name)}
                help={
                  role.grantable ? undefined : t('May do more than you, so you cannot give it.')
                }
              >
                <Checkbox
                  checked={chosen.includes(role.id)}
                  disabled={!role.grantable}
                  onCheckedChange={(on) => toggle(role.id, on === true)}
                />
              </Choice>
              {chosen.includes(role.id) && role.grantable ? (
                <DateInput
                  kind="datetime-local"
                  aria-label={t('{role} ends', { role: t.said(role.name) })}
                  value={ends[role.id] ?? ''}
                  onChange={(event) => setEnds({ ...ends, [role.id]: event.target.value })}
                />
              ) : null}
            </div>
          ))}
          <p className="text-muted text-sm">
            {t('A role with a time beside it ends then. Without one it stays.')}
          </p>
        </fieldset>
        <OwnTokensNote memberId={member.id} />
        <ReasonField
          value={reason}
          onChange={setReason}
          error={fields.reason}
          placeholder={t('Takes over the front desk')}
        />
      </Form>
    </Dialog>
  );
}

const endsOf = ({ roles }: MemberRow): Record<string, string> =>
  Object.fromEntries(roles.map(({ id, endsField }) => [id, endsField]));

'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { notify } from '@/components/ui/notify';
import { Select } from '@/components/ui/select';
import { Switch } from '@/components/ui/switch';
import { useWording } from '@/lib/language/wording-provider';
import { changeJoining } from './actions';
import type { DomainRow, JoinRole } from './domain-row';

interface Props {
  domain: DomainRow;
  roles: JoinRole[];
}

/** Whether people with an address at the domain become members by themselves, and as what. */
export function JoiningForm({ domain: { id, domain, ...kept }, roles }: Props) {
  const t = useWording('settings');
  const router = useRouter();
  const isOn = kept.joins || kept.paused;
  const [joins, setJoins] = useState(isOn);
  const [roleId, setRoleId] = useState(kept.joinRoleId);
  const { pending, error, fields, submit } = useSubmit(changeJoining, (saved) => {
    notify.done(
      saved.joins
        ? t('People at {domain} may join now', { domain })
        : t('Nobody joins by {domain}', { domain }),
    );
    router.refresh();
  });
  const changed = joins !== isOn || roleId !== kept.joinRoleId;
  return (
    <Form className="grid gap-4" onSend={() => submit({ id, joins, roleId })}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Choice
        label={t('People with an address at {domain} may join by themselves', { domain })}
        help={t(
          'The sign-in page then offers it to everybody; a link is mailed to such addresses alone. Who is suspended stays so, and who was removed needs an invitation. Addresses with a + do not count; other aliases of one mailbox are not recognised.',
        )}
      >
        <Switch checked={joins} onCheckedChange={setJoins} />
      </Choice>
      {joins ? (
        <Field label={t('Their role')} error={fields.roleId}>
          <Select
            value={roleId ?? ''}
            placeholder={t('Choose a role')}
            onValueChange={setRoleId}
            options={roles.map((role) => ({
              value: role.id,
              label: t.said(role.name),
              disabled: !role.grantable,
            }))}
          />
        </Field>
      ) : null}
      {changed ? (
        <div>
          <Button type="submit" variant="primary" pending={pending}>
            {t('Save')}
          </Button>
        </div>
      ) : null}
    </Form>
  );
}

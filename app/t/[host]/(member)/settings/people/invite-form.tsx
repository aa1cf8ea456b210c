'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import { invitePeople } from './actions';
import type { InviteOutcome } from './invite-results';
import type { RoleChoice } from './member-facts';
import { parseInvites } from './parse-invites';

interface Props {
  roles: RoleChoice[];
  onDone: (outcomes: InviteOutcome[]) => void;
}

const most = 200;

export function InviteForm({ roles, onDone }: Props) {
  const grantable = roles.filter((role) => role.grantable);
  const usual = grantable.find((role) => role.key === 'basic') ?? grantable[0];
  const [text, setText] = useState('');
  const [roleId, setRoleId] = useState(usual?.id ?? '');
  const { pending, error, fields, submit } = useSubmit(invitePeople, ({ results }) =>
    onDone(results),
  );
  const people = parseInvites(text, grantable, roleId);
  const tooMany = people.length > most ? `At most ${most} addresses at a time.` : undefined;
  return (
    <Form className="flex flex-col gap-5" onSend={() => submit({ people })}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Field
        label="Addresses"
        help="One a line, or paste a list. Write a role behind an address to give it another one: kim@example.com, Advanced"
        error={tooMany ?? fields.people}
      >
        <Textarea
          rows={5}
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
          placeholder={'kim@example.com\nlee@example.com'}
        />
      </Field>
      <Field label="Role">
        <Select
          options={grantable.map(({ id, name }) => ({ value: id, label: name }))}
          value={roleId}
          onValueChange={setRoleId}
        />
      </Field>
      <div className="flex justify-end">
        <Button
          type="submit"
          variant="primary"
          pending={pending}
          disabled={people.length === 0 || Boolean(tooMany)}
        >
          {people.length > 1 ? `Send ${people.length} invitations` : 'Send invitation'}
        </Button>
      </div>
    </Form>
  );
}

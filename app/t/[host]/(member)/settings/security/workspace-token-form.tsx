'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { daysOf, tokenTerms } from '@/lib/identity/ui/token-terms';
import { useWording } from '@/lib/language/wording-provider';
import { createWorkspaceToken } from './actions';
import type { RoleOffer } from './role-offer';

interface Props {
  roles: RoleOffer[];
  onMade: (token: string) => void;
}

export function WorkspaceTokenForm({ roles, onMade }: Props) {
  const t = useWording('settings');
  const [name, setName] = useState('');
  const [roleId, setRoleId] = useState(roles[0]?.id ?? '');
  const [term, setTerm] = useState('90');
  const [picked, setPicked] = useState<string[]>([]);
  const { submit, pending, error, fields } = useSubmit(createWorkspaceToken, ({ token }) =>
    onMade(token),
  );
  const offered = roles.find(({ id }) => id === roleId)?.scopes ?? [];
  const scopes = offered.map(({ id }) => id).filter((id) => picked.includes(id));
  const toggle = (id: string, on: boolean) =>
    setPicked((held) => (on ? [...held, id] : held.filter((scope) => scope !== id)));
  return (
    <Form
      className="grid gap-5 pb-2"
      onSend={() => submit({ name, roleId, scopes, expiresInDays: daysOf(term) })}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Field
        label={t('Name')}
        help={t('What the client is called. The audit trail names it so.')}
        error={fields.name}
      >
        <Input value={name} autoFocus onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field
        label={t('Role')}
        help={t(
          'Rules of records hold for it as for people in this role, and it may never do more. They bind no role that may design collections.',
        )}
        error={fields.roleId}
      >
        <Select
          options={roles.map(({ id, name }) => ({ value: id, label: t.said(name) }))}
          value={roleId}
          onValueChange={setRoleId}
        />
      </Field>
      <Field label={t('Lasts')} error={fields.expiresInDays}>
        <Select options={t.labelled(tokenTerms)} value={term} onValueChange={setTerm} />
      </Field>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-sm">{t('Permissions')}</legend>
        {offered.length === 0 ? (
          <p className="text-muted text-sm">
            {t('This role may do nothing that a client may do as well.')}
          </p>
        ) : null}
        {offered.map(({ id, title }) => (
          <Choice key={id} label={t.said(title)} help={id}>
            <Checkbox
              checked={picked.includes(id)}
              onCheckedChange={(on) => toggle(id, on === true)}
            />
          </Choice>
        ))}
        {fields.scopes ? (
          <p role="alert" className="text-danger-text text-sm">
            {fields.scopes}
          </p>
        ) : null}
      </fieldset>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {t('Make workspace token')}
        </Button>
      </div>
    </Form>
  );
}

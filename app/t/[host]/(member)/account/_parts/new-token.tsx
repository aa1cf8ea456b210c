'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Choice } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { Select } from '@/components/ui/select';
import { createToken } from '@/lib/identity/actions';
import { ShownOnce } from '@/lib/identity/ui/shown-once';
import { daysOf, tokenTerms } from '@/lib/identity/ui/token-terms';
import { useWording } from '@/lib/language/wording-provider';

export interface Scope {
  id: string;
  title: string;
}

interface Props {
  grantable: Scope[];
  onMade: () => void;
}

export function NewToken({ grantable, onMade }: Props) {
  const t = useWording('member');
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<string>();
  const change = (next: boolean) => {
    setOpen(next);
    if (!next) setMade(undefined);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={change}
      trigger={<Button>{t('New token')}</Button>}
      title={made ? t('Copy the token now') : t('New API token')}
      description={made ? undefined : t('It acts as you, in this workspace only.')}
    >
      {made ? (
        <ShownOnce token={made} />
      ) : (
        <TokenForm
          grantable={grantable}
          onMade={(token) => {
            setMade(token);
            onMade();
          }}
        />
      )}
    </Dialog>
  );
}

function TokenForm({ grantable, onMade }: { grantable: Scope[]; onMade: (token: string) => void }) {
  const t = useWording('member');
  const [name, setName] = useState('');
  const [term, setTerm] = useState('90');
  const [scopes, setScopes] = useState<string[]>([]);
  const { submit, pending, error, fields } = useSubmit(createToken, ({ token }) => onMade(token));
  const toggle = (id: string, on: boolean) =>
    setScopes((held) => (on ? [...held, id] : held.filter((scope) => scope !== id)));
  return (
    <Form
      className="grid gap-5 pb-2"
      onSend={() => submit({ name, scopes, expiresInDays: daysOf(term) })}
    >
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Field label={t('Name')} help={t('What the token is for.')} error={fields.name}>
        <Input value={name} autoFocus onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field label={t('Lasts')} error={fields.expiresInDays}>
        <Select options={t.labelled(tokenTerms)} value={term} onValueChange={setTerm} />
      </Field>
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-medium text-sm">{t('Permissions')}</legend>
        {grantable.map(({ id, title }) => (
          <Choice key={id} label={t.said(title)} help={id}>
            <Checkbox
              checked={scopes.includes(id)}
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
          {t('Make token')}
        </Button>
      </div>
    </Form>
  );
}

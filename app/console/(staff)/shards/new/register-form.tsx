'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { useWording } from '@/lib/language/wording-provider';
import { registerShard } from '../actions';

/** `known` is a connection that the settings name and no shard uses yet. */
export function RegisterForm({ known }: { known: string }) {
  const t = useWording('console');
  const router = useRouter();
  const [form, setForm] = useState({ name: '', connection: known, reason: '' });
  const { pending, error, fields, submit } = useSubmit(registerShard, ({ id }) =>
    router.push(`/shards/${id}`),
  );
  return (
    <Form className="flex flex-col gap-6" onSend={() => submit(form)}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Field label={t('Name')} help={t('As colleagues call it.')} error={fields.name}>
        <Input
          value={form.name}
          maxLength={60}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
      </Field>
      <Field
        label={t('Connection')}
        help={t('The name under which SHARD_URLS gives its address. No password is kept here.')}
        error={fields.connection}
      >
        <Input
          value={form.connection}
          maxLength={31}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => setForm({ ...form, connection: event.target.value })}
        />
      </Field>
      <Field label={t('Reason')} help={t('Stands in the staff audit.')} error={fields.reason}>
        <Input
          value={form.reason}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setForm({ ...form, reason: event.target.value })}
        />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {t('Register shard')}
        </Button>
      </div>
    </Form>
  );
}

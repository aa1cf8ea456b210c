'use client';

import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import type { ActionResult } from '@/lib/doors/action';
import { useWording } from '@/lib/language/wording-provider';
import type { EventChoice } from './event-choices';
import { EventFields } from './event-fields';

interface Draft {
  name: string;
  url: string;
  kinds: string[];
}

interface Props<T> {
  events: EventChoice[];
  start?: Draft;
  act: (draft: Draft) => Promise<ActionResult<T>>;
  /** On the button. */
  words: string;
  onDone: (done: T) => void;
}

const example = 'https://example.com/webhooks';

/** Where a webhook leads and what it waits for. */
export function WebhookForm<T>({ events, start, act, words, onDone }: Props<T>) {
  const t = useWording('developers');
  const [name, setName] = useState(start?.name ?? '');
  const [url, setUrl] = useState(start?.url ?? '');
  const [kinds, setKinds] = useState(start?.kinds ?? ['*']);
  const { submit, pending, error, fields } = useSubmit(act, onDone);
  return (
    <Form className="grid gap-5 pb-2" onSend={() => submit({ name, url, kinds })}>
      {error ? <Banner tone="danger">{error}</Banner> : null}
      <Field label={t('Name')} help={t('What stands at the other end.')} error={fields.name}>
        <Input value={name} autoFocus onChange={(event) => setName(event.target.value)} />
      </Field>
      <Field
        label={t('Address')}
        help={t(
          'Messages are posted here. It answers with a status of 200 to 299 within 8 seconds.',
        )}
        error={fields.url}
      >
        <Input
          value={url}
          placeholder={example}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={(event) => setUrl(event.target.value)}
        />
      </Field>
      <EventFields
        events={events}
        kinds={kinds}
        onKindsChange={setKinds}
        error={fields.kinds ?? fields['kinds.0']}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary" pending={pending}>
          {words}
        </Button>
      </div>
    </Form>
  );
}

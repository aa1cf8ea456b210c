'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { useWording } from '@/lib/language/wording-provider';
import type { FlagDetail } from '@/lib/platform/flags/shapes';
import { changeFlagRules } from '../actions';
import { ValueField } from '../value-field';
import { channels, draftOf, roles, rulesOf } from './rules-draft';

/** What a flag is by role, by channel and for a share of all. */
export function RulesForm({ flag }: { flag: FlagDetail }) {
  const t = useWording('console');
  const router = useRouter();
  const [draft, setDraft] = useState(draftOf(flag.rules));
  const [reason, setReason] = useState('');
  const { pending, error, fields, submit } = useSubmit(changeFlagRules, () => {
    notify.done(t('Rules changed'));
    router.refresh();
  });
  const put = (part: Partial<typeof draft>) => setDraft((was) => ({ ...was, ...part }));
  const valueField = (path: string, label: string) => (
    <ValueField
      key={path}
      label={label}
      shape={flag.shape}
      value={draft.values[path] ?? null}
      error={fields[`rules.${path}`]}
      onChange={(value) => put({ values: { ...draft.values, [path]: value } })}
    />
  );
  return (
    <FormSection
      title={t('Rules')}
      description={t(
        'The first that says something decides: staff for a tenant, its own choice, role, channel, share, default.',
      )}
    >
      <Form
        className="flex flex-col gap-5"
        onSend={() =>
          submit({ flag: flag.flag, revision: flag.revision, rules: rulesOf(draft), reason })
        }
      >
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <div className="grid gap-4 sm:grid-cols-2">
          {flag.metByAnybody
            ? null
            : roles.map(({ path, label }) => valueField(path, t.said(label)))}
          {channels.map(({ path, label }) =>
            valueField(path, t('{channel} channel', { channel: t.said(label) })),
          )}
          <Field
            label={t('Share in percent')}
            help={t('Whoever is in stays in when it grows.')}
            error={fields['rules.share.percent']}
          >
            <Input
              inputMode="decimal"
              autoComplete="off"
              maxLength={6}
              value={draft.percent}
              onChange={({ target }) => put({ percent: target.value })}
            />
          </Field>
          {valueField('share.value', t('Value for the share'))}
        </div>
        <Field label={t('Reason')} help={t('Stands in the staff audit.')} error={fields.reason}>
          <Input
            value={reason}
            maxLength={300}
            autoComplete="off"
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
        <div>
          <Button type="submit" pending={pending}>
            {t('Change rules')}
          </Button>
        </div>
      </Form>
    </FormSection>
  );
}

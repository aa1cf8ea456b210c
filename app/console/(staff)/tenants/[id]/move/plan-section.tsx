'use client';

import { CircleCheck, CircleX } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { z } from 'zod';
import { Form } from '@/components/forms/form';
import { useSubmit } from '@/components/forms/use-submit';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { Switch } from '@/components/ui/switch';
import { formatBytes } from '@/lib/format';
import { useWording } from '@/lib/language/wording-provider';
import type { MovePlan, MoveTarget } from '@/lib/platform/moves/plan-move';
import { askMove } from '../../../moves/actions';

interface Props {
  plan: z.output<typeof MovePlan>;
  target: z.output<typeof MoveTarget>;
}

/** What the move means, and the word to begin. */
export function PlanSection({ plan, target }: Props) {
  const t = useWording('console');
  const router = useRouter();
  const [reason, setReason] = useState('');
  const [hold, setHold] = useState(false);
  const { pending, error, fields, submit } = useSubmit(askMove, ({ moveId }) =>
    router.push(`/moves/${moveId}`),
  );
  const send = () => submit({ ...target, reason, wish: hold ? 'follow' : 'finish' });
  return (
    <Form className="flex flex-col gap-6" onSend={send}>
      <FormSection title={t('What it means')} description={t('Looked at just now.')}>
        <ul className="flex flex-col gap-1.5">
          {plan.checks.map(({ id, ok, text }) => (
            <li key={id} className="flex items-start gap-2">
              <Mark ok={ok} words={ok ? t('Holds') : t('Does not hold')} />
              <span className={ok ? '' : 'text-danger-text'}>{text}</span>
            </li>
          ))}
        </ul>
        <p className="text-muted text-sm tabular-nums">
          {t(
            '{rows, plural, one {# row} other {# rows}}, about {bytes}: copying takes some {seconds, plural, one {# second} other {# seconds}}. At the end writes wait, as a rule for less than a second.',
            {
              rows: plan.rows,
              bytes: formatBytes(plan.bytes, t.language),
              seconds: plan.copySeconds,
            },
          )}
        </p>
      </FormSection>
      <FormSection title={t('Begin')} description={t('It can be given up until the cut-over.')}>
        {error ? <Banner tone="danger">{error}</Banner> : null}
        <Choice
          label={t('Hold before the cut-over')}
          help={t('Keeps up until you say so.')}
          trailing
        >
          <Switch checked={hold} onCheckedChange={setHold} />
        </Choice>
        <Field label={t('Reason')} help={t('Stands in the staff audit.')} error={fields.reason}>
          <Input
            value={reason}
            maxLength={300}
            autoComplete="off"
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <div>
          <Button type="submit" variant="primary" pending={pending} disabled={!plan.ready}>
            {t('Begin the move')}
          </Button>
        </div>
      </FormSection>
    </Form>
  );
}

const Mark = ({ ok, words }: { ok: boolean; words: string }) =>
  ok ? (
    <CircleCheck aria-label={words} className="mt-0.5 size-4 shrink-0 text-success-text" />
  ) : (
    <CircleX aria-label={words} className="mt-0.5 size-4 shrink-0 text-danger-text" />
  );

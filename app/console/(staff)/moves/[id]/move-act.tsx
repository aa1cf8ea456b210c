'use client';

import { useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FormSection } from '@/components/ui/form-section';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';

type Answer =
  | { ok: true }
  | { ok: false; error: { message: string; fields: Record<string, string> } };

interface Props {
  verb: string;
  description: string;
  question: string;
  consequence: string;
  danger?: boolean;
  onConfirm: (reason: string) => Promise<Answer>;
  onDone: () => void;
}

/** One act with its reason. */
export function MoveAct(props: Props) {
  const { verb, description, question, consequence, danger = false, onConfirm, onDone } = props;
  const [reason, setReason] = useState('');
  const confirm = async () => {
    const outcome = await onConfirm(reason);
    if (!outcome.ok) return { error: outcome.error.fields.reason ?? outcome.error.message };
    notify.done(`${verb}: asked for`);
    setReason('');
    onDone();
  };
  return (
    <FormSection danger={danger} title={verb} description={description}>
      <div>
        <AlertDialog
          danger={danger}
          trigger={<Button variant={danger ? 'danger-quiet' : 'primary'}>{verb}</Button>}
          title={question}
          description={consequence}
          action={verb}
          onConfirm={confirm}
        >
          <Field label="Reason" help="Stands in the staff audit.">
            <Input
              value={reason}
              maxLength={300}
              autoComplete="off"
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        </AlertDialog>
      </div>
    </FormSection>
  );
}

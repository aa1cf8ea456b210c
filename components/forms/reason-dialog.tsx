'use client';

import { type ReactNode, useState } from 'react';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { notify } from '@/components/ui/notify';
import { useWords } from '@/components/ui/words';
import { useFreshPage } from './use-fresh-page';

type Answer =
  | { ok: true }
  | { ok: false; error: { message: string; fields: Record<string, string> } };

interface Props {
  trigger: ReactNode;
  /** A question that names the thing. */
  title: string;
  description: string;
  /** The verb on the button. */
  action: string;
  /** What is said once it went well. */
  done: string;
  danger?: boolean;
  /** Who reads the reason. */
  help?: string;
  confirm: (reason: string) => Promise<Answer>;
  /** Further fields, above the reason. */
  children?: ReactNode;
}

/** An act that asks for its reason; once it went well it closes when the page was read again. */
export function ReasonDialog({ confirm, done, help, children, danger = false, ...dialog }: Props) {
  const words = useWords();
  const freshPage = useFreshPage();
  const [reason, setReason] = useState('');
  const onConfirm = async () => {
    const outcome = await confirm(reason);
    if (!outcome.ok) {
      const [first] = Object.values(outcome.error.fields);
      return { error: outcome.error.fields.reason ?? first ?? outcome.error.message };
    }
    notify.done(done);
    setReason('');
    await freshPage();
  };
  return (
    <AlertDialog {...dialog} danger={danger} onConfirm={onConfirm}>
      {children}
      <Field label={words.reason} help={help ?? words.inStaffAudit}>
        <Input
          value={reason}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setReason(event.target.value)}
        />
      </Field>
    </AlertDialog>
  );
}

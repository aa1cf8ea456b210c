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
  /** Names of fields above the reason that show their own error. */
  says?: readonly string[];
  /** Further fields, above the reason. */
  children?: ReactNode | ((errors: Record<string, string>) => ReactNode);
}

/** An act that asks for its reason; once it went well it closes when the page was read again. */
export function ReasonDialog({ confirm, done, help, children, says = [], ...dialog }: Props) {
  const words = useWords();
  const freshPage = useFreshPage();
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Record<string, string>>({});
  const onConfirm = async () => {
    const outcome = await confirm(reason);
    setErrors(outcome.ok ? {} : outcome.error.fields);
    if (!outcome.ok) {
      const { fields, message } = outcome.error;
      if (['reason', ...says].some((name) => fields[name])) return { error: '' };
      return { error: Object.values(fields)[0] ?? message };
    }
    notify.done(done);
    setReason('');
    await freshPage();
  };
  return (
    <AlertDialog danger={false} {...dialog} onConfirm={onConfirm}>
      {typeof children === 'function' ? children(errors) : children}
      <Field label={words.reason} help={help ?? words.inStaffAudit} error={errors.reason}>
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

'use client';

import { AlertDialog as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { Button } from './button';
import { Field } from './field';
import { Input } from './input';
import { useReturnFocus } from './use-return-focus';
import { useWords } from './words';

export interface AlertDialogPanelProps {
  /** A question that names the thing: "Delete collection Students?" */
  title: ReactNode;
  /** What happens, and whether it can be undone. */
  description: ReactNode;
  /** The verb on the button: "Delete collection". */
  action: string;
  /** Only where undo is impossible: the word a person types before the button works. */
  confirmWord?: string;
  danger?: boolean;
  /** The dialog stays open, busy, until this settles; `{ error }` keeps it open and is shown: none where fields say it. */
  // biome-ignore lint/suspicious/noConfusingVoidType: handlers that return nothing are welcome
  onConfirm: () => void | Promise<void | { error?: string }>;
  children?: ReactNode;
  onClose: () => void;
}

/** The open panel of an alert dialog. */
export function AlertDialogPanel(props: AlertDialogPanelProps) {
  const returnFocus = useReturnFocus();
  return (
    <Radix.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 grid animate-fade items-end overflow-y-auto bg-scrim sm:items-center sm:p-6">
          <Radix.Content
            {...returnFocus}
            className="mx-auto w-full max-w-md animate-rise rounded-t-dialog border border-line bg-surface-raised shadow-overlay outline-none sm:animate-pop sm:rounded-dialog"
          >
            <AlertBody {...props} />
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

function AlertBody({ title, description, confirmWord, children, ...act }: AlertDialogPanelProps) {
  const words = useWords();
  const [typed, setTyped] = useState('');
  const { busy, error, run } = useConfirmation(act.onConfirm, act.onClose);
  const ready = !confirmWord || typed.trim() === confirmWord;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !busy) void run();
      }}
    >
      <div className="grid gap-3 p-5">
        <Radix.Title className="font-semibold text-lg">{title}</Radix.Title>
        <Radix.Description className="text-measure text-muted">{description}</Radix.Description>
        {children}
        {confirmWord ? (
          <Field label={words.typeToConfirm(confirmWord)}>
            <Input
              value={typed}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setTyped(event.target.value)}
            />
          </Field>
        ) : null}
        {error ? (
          <p role="alert" className="text-danger-text text-sm">
            {error}
          </p>
        ) : null}
      </div>
      <div className="pad-safe-bottom flex justify-end gap-2 border-line border-t px-5 py-3">
        <Radix.Cancel asChild>
          <Button disabled={busy}>{words.cancel}</Button>
        </Radix.Cancel>
        <Button
          type="submit"
          variant={act.danger === false ? 'primary' : 'danger'}
          disabled={!ready}
          pending={busy}
        >
          {act.action}
        </Button>
      </div>
    </form>
  );
}

function useConfirmation(onConfirm: AlertDialogPanelProps['onConfirm'], close: () => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const run = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const answer = await onConfirm();
      if (answer?.error !== undefined) setError(answer.error);
      else close();
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, run };
}

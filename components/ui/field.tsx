import { CircleAlert } from 'lucide-react';
import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';
import { cn } from './cn';

type ControlProps = {
  id?: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  required?: boolean;
};

export type FieldProps = {
  label: ReactNode;
  /** Quiet word beside the label, such as "optional". */
  note?: ReactNode;
  help?: ReactNode;
  /** Replaces the help and marks the control. Say what is wrong and the way out. */
  error?: ReactNode;
  /** Keeps the label for screen readers only. */
  hideLabel?: boolean;
  className?: string;
  /** One control; it receives `id`, `aria-describedby` and `aria-invalid`. */
  children: ReactElement<ControlProps>;
};

/** Label above, help below; an error stands in place of the help, so that nothing moves. */
export function Field({ label, note, help, error, hideLabel, className, children }: FieldProps) {
  const ownId = useId();
  const id = children.props.id ?? ownId;
  const message = error ?? help;
  const control = cloneElement(children, {
    id,
    'aria-describedby': message ? `${id}-message` : children.props['aria-describedby'],
    'aria-invalid': error ? true : undefined,
  });
  return (
    <div className={cn('flex min-w-0 flex-col gap-1.5', className)}>
      <label
        htmlFor={id}
        className={cn('flex items-baseline gap-1.5 font-medium text-sm', hideLabel && 'sr-only')}
      >
        {label}
        {note ? <span className="shrink-0 font-normal text-muted text-xs">{note}</span> : null}
      </label>
      {control}
      {message ? (
        <FieldMessage id={`${id}-message`} text={message} failed={Boolean(error)} />
      ) : null}
    </div>
  );
}

function FieldMessage({ id, text, failed }: { id: string; text: ReactNode; failed: boolean }) {
  return (
    <p
      id={id}
      role={failed ? 'alert' : undefined}
      className={cn('flex gap-1.5 text-sm', failed ? 'text-danger-text' : 'text-muted')}
    >
      {failed ? <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" /> : null}
      <span className="min-w-0">{text}</span>
    </p>
  );
}

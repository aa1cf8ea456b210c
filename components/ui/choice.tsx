import { cloneElement, type ReactElement, type ReactNode, useId } from 'react';
import { cn } from './cn';

export type ChoiceProps = {
  label: ReactNode;
  help?: ReactNode;
  /** Puts the control after the words, for switches in settings lists. */
  trailing?: boolean;
  className?: string;
  /** A checkbox, radio or switch. */
  children: ReactElement<{ id?: string; 'aria-describedby'?: string }>;
};

/** A checkbox, radio or switch with words beside it that can be clicked too. */
export function Choice({ label, help, trailing = false, className, children }: ChoiceProps) {
  const ownId = useId();
  const id = children.props.id ?? ownId;
  const control = cloneElement(children, {
    id,
    'aria-describedby': help ? `${id}-help` : undefined,
  });
  return (
    <div className={cn('flex gap-2.5', trailing && 'flex-row-reverse justify-between', className)}>
      <span className="flex h-5 items-center">{control}</span>
      <span className="min-w-0 flex-1">
        <label htmlFor={id} className="block select-none">
          {label}
        </label>
        {help ? (
          <span id={`${id}-help`} className="block text-measure text-muted text-sm">
            {help}
          </span>
        ) : null}
      </span>
    </div>
  );
}

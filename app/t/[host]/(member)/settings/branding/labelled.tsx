import type { ReactNode } from 'react';

interface Props {
  label: string;
  help?: string;
  children: ReactNode;
}

/** A label above a control that names itself, such as a segmented one. */
export function Labelled({ label, help, children }: Props) {
  return (
    <div className="flex flex-col items-start gap-1.5">
      <span aria-hidden className="font-medium text-sm">
        {label}
      </span>
      {children}
      {help ? <span className="text-muted text-sm">{help}</span> : null}
    </div>
  );
}

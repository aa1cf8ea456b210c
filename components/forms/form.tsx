'use client';

import { type ComponentProps, useLayoutEffect, useRef } from 'react';

type Props = Omit<ComponentProps<'form'>, 'action' | 'onSubmit' | 'onReset' | 'noValidate'> & {
  /** Also called for a submit that came before the page was alive: React keeps it and sends it on. */
  onSend: (typed: FormData) => void;
};

/** A form that shows errors in place, loses no submit and keeps what was typed. */
export function Form({ onSend, ...rest }: Props) {
  const latest = useRef(onSend);
  useLayoutEffect(() => {
    latest.current = onSend;
  });
  return (
    <form
      noValidate
      action={(typed) => latest.current(typed)}
      // React empties a form after its action; a refused form must keep what was typed.
      onReset={(event) => event.preventDefault()}
      {...rest}
    />
  );
}

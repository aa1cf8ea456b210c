'use client';

import { type ComponentProps, useImperativeHandle, useLayoutEffect, useRef } from 'react';

type Props = Omit<ComponentProps<'form'>, 'action' | 'onSubmit' | 'onReset' | 'noValidate'> & {
  /** Also called for a submit that came before the page was alive: React keeps it and sends it on. */
  onSend: (typed: FormData) => void;
};

/** A form that shows errors in place, loses no submit and keeps what was typed. */
export function Form({ onSend, ref, ...rest }: Props) {
  const latest = useRef(onSend);
  const form = useRef<HTMLFormElement>(null);
  useLayoutEffect(() => {
    latest.current = onSend;
  });
  useImperativeHandle(ref, () => form.current as HTMLFormElement);
  useLayoutEffect(() => {
    const element = form.current;
    element?.addEventListener('reset', keep, { capture: true });
    return () => element?.removeEventListener('reset', keep, { capture: true });
  }, []);
  return <form ref={form} noValidate action={(typed) => latest.current(typed)} {...rest} />;
}

/**
 * React empties a form after its action; a refused form must keep what was typed. Checkboxes and
 * switches hear of the emptying by themselves, so they must not hear of it at all.
 */
function keep(event: Event) {
  event.preventDefault();
  event.stopImmediatePropagation();
}

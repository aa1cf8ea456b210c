import { type RefObject, useEffect, useRef } from 'react';

/**
 * A file that a person chose before the page was alive stands in the control, but nobody was told:
 * it is announced once more. The ref is for the control.
 */
export function useChosenEarly(): RefObject<HTMLInputElement | null> {
  const control = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const element = control.current;
    if (element?.files?.length) element.dispatchEvent(new Event('change', { bubbles: true }));
  }, []);
  return control;
}

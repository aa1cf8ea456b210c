import { type Ref, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';

/**
 * What a person typed before the page was alive stands in the control but not in the state behind
 * `value`, and would be wiped by the next render: it is typed once more. The ref is for the control;
 * `given` is served as well.
 */
export function useTypedEarly<T extends HTMLInputElement | HTMLTextAreaElement>(
  value: unknown,
  given: Ref<T> | undefined,
): RefObject<T | null> {
  const control = useRef<T>(null);
  const expected = useRef(value);
  useImperativeHandle(given, () => control.current as T);
  useEffect(() => {
    const element = control.current;
    const typed = element?.value;
    if (!element || typeof expected.current !== 'string' || typed === expected.current) return;
    // React hears only of a value that it did not set itself.
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value') ?? {};
    element.value = expected.current;
    set?.call(element, typed);
    element.dispatchEvent(new Event('input', { bubbles: true }));
  }, []);
  return control;
}

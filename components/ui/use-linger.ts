import { useEffect, useRef, useState } from 'react';

const lingerMs = 400;
const graceMs = 150;

type When =
  /** Shown, once the pointer has rested. */
  | 'soon'
  | 'now'
  /** Hidden, after the time it takes to come from one part to the other. */
  | 'shortly'
  | 'not';

/** Whether something shows that comes by lingering, and what to tell it. */
export function useLinger(): [boolean, (when: When) => void] {
  const [shown, setShown] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const show = (when: When) => {
    clearTimeout(timer.current);
    if (when === 'soon') timer.current = setTimeout(setShown, lingerMs, true);
    else if (when === 'shortly') timer.current = setTimeout(setShown, graceMs, false);
    else setShown(when === 'now');
  };
  return [shown, show];
}

'use client';

import { useEffect, useState } from 'react';
import { late, useLate } from './late';

const panel = late(() => import('./toaster-panel'));

/** Where toasts appear; once per page, in the frame of pages that tell of what was done. */
export function Toaster() {
  const [awake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const part = useLate(panel, awake);
  return part ? <part.ToasterPanel /> : null;
}

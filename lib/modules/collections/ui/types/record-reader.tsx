'use client';

import type { ReactNode } from 'react';
import { type LinkNames, LinkNamesContext } from './link-names';
import { TimeZoneContext } from './time-zone';

interface Props {
  timeZone: string;
  /** Has learned the `links` of every record shown. */
  names: LinkNames;
  children: ReactNode;
}

/** Who reads the records inside: on which clock, and by which names of linked records. */
export function RecordReader({ timeZone, names, children }: Props) {
  return (
    <TimeZoneContext value={timeZone}>
      <LinkNamesContext value={names}>{children}</LinkNamesContext>
    </TimeZoneContext>
  );
}

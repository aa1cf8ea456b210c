'use client';

import { useEffect } from 'react';
import { provenChannel } from './proven-channel';

/** Tells the tab that waits, and closes this one where the browser lets it. */
export function TellProven() {
  useEffect(() => {
    const channel = new BroadcastChannel(provenChannel);
    channel.postMessage('proven');
    channel.close();
    window.close();
  }, []);
  return null;
}

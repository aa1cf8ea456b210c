import { Flusher, tally } from '@/lib/billing/usage/flush';
import { repeat } from './rounds';
import { atShutdown } from './shutdown';

const second = 1_000;

/** Enters each second what this process counted, and once more when it ends. */
export function enterUsage(): void {
  const flusher = new Flusher(tally());
  atShutdown(() => flusher.flush());
  repeat('entering usage', second, () => flusher.flush());
}

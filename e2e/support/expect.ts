import { expect as base } from '@playwright/test';

/** Waits long enough for a machine that does other things as well. */
export const expect = base.configure({ timeout: 15_000 });

import type { TenantDb } from '@/db/tenant';
import { readConfig } from '@/lib/tenancy/configuration/read';
import { collectionsSettings } from '../settings';

/** The largest file that a tenant takes in any field, MB. */
export const mostOfOneFile = async (db: TenantDb): Promise<number> =>
  (await readConfig(db, collectionsSettings)).document.maxMegabytes;

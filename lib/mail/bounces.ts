import { and, eq, gt } from 'drizzle-orm';
import { secondsFromNow } from '@/db/clock';
import { bouncedAddresses } from '@/db/schema/control';
import { keyedHash } from '../identity/secrets';

/** How long nothing goes to an address that bounced. The operator removes it afterwards. */
const secondsKept = 7 * 24 * 60 * 60;

/** Bounces that still count. */
export const stillBounces = gt(bouncedAddresses.createdAt, secondsFromNow(-secondsKept));

/** What is kept of an address that bounced: it may be nobody's here any more. */
export const bounceHash = (tenantId: string, addressKey: string) =>
  keyedHash('bounced', tenantId, addressKey);

/** The row of an address, whether or not it still counts. */
export const bounceOf = (row: { tenantId: string; recipientKey: string }) =>
  eq(bouncedAddresses.addressHash, bounceHash(row.tenantId, row.recipientKey));

export const stillBouncing = (row: { tenantId: string; recipientKey: string }) =>
  and(bounceOf(row), stillBounces);

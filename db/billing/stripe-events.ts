import { sql } from 'drizzle-orm';
import { type ControlDb, lookUp } from '../control';

interface StripeEvent {
  id: string;
  type: string;
  customer: string;
  /** When it happened, by Stripe's clock. */
  at: Date;
}

/** The tenant that a customer at Stripe is; null where nobody is. Throws `DbError`. */
export async function tenantOfStripe(customer: string): Promise<string | null> {
  const [row] = await lookUp<{ id: string | null }>(
    sql`select control.tenant_of_stripe(${customer}) as id`,
  );
  return row?.id ?? null;
}

const entering = ({ id, type, customer, at }: StripeEvent) =>
  sql`select control.enter_stripe_event(${id}, ${type}, ${customer}, ${at.toISOString()}::timestamptz) as first`;

/** Enters an event that takes effect in this transaction; answers whether it does so for the first time. */
export async function enterStripeEvent(db: ControlDb, event: StripeEvent): Promise<boolean> {
  const { rows } = await db.execute<{ first: boolean }>(entering(event));
  return rows[0]?.first ?? false;
}

/** Keeps an event of a customer whom nobody knows. */
export async function keepStrayEvent(event: StripeEvent): Promise<void> {
  await lookUp(entering(event), 'write');
}

import { eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { brandings } from '@/db/schema/control';
import { PublishedBrand, unpackColors } from '../tenancy/branding/published';

/** What a mail takes from a tenant's looks. Colours are `#rrggbb`. */
export interface MailBrand {
  name: string;
  primary: string;
  onPrimary: string;
}

/** The published looks of the tenant in scope, as far as mail clients can show them. */
export async function mailBrand(db: ControlDb, tenantName: string): Promise<MailBrand> {
  const [row] = await db
    .select({ brand: brandings.brand })
    .from(brandings)
    .where(eq(brandings.state, 'published'));
  const brand = PublishedBrand.safeParse(row?.brand);
  if (!brand.success) return { name: tenantName, primary: '#1f2937', onPrimary: '#ffffff' };
  const colors = new Map<string, string>(unpackColors(brand.data.light));
  return {
    name: brand.data.name,
    primary: colors.get('primary') ?? '#1f2937',
    onPrimary: colors.get('primary-foreground') ?? '#ffffff',
  };
}

import { eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { brandings } from '@/db/schema/control';
import { readTokens } from '../tenancy/branding/document';
import { platformBrand } from '../tenancy/branding/presets';
import { publishBrand } from '../tenancy/branding/publish';
import { PublishedBrand } from '../tenancy/branding/published';
import { BrandTokens } from '../tenancy/branding/tokens';
import { type MailLook, mailLook } from './look';

/** The published looks of the tenant in scope, as far as mail clients can show them. */
export async function mailBrand(db: ControlDb, tenantName: string): Promise<MailLook> {
  const [row] = await db
    .select({ brand: brandings.brand, tokens: brandings.tokens })
    .from(brandings)
    .where(eq(brandings.state, 'published'));
  if (!row) return plainLook(tenantName);
  return mailLook(PublishedBrand.parse(row.brand), readTokens(row.tokens).mail);
}

/** For a tenant that published nothing. */
function plainLook(name: string): MailLook {
  const tokens = BrandTokens.parse({ ...platformBrand, color: '#1f2937', name: name.slice(0, 60) });
  return mailLook(publishBrand(tokens).brand, tokens.mail);
}

import { eq } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { brandings } from '@/db/schema/control';
import { log } from '../log';
import { readTokens } from '../tenancy/branding/document';
import { platformBrand } from '../tenancy/branding/presets';
import { publishBrand } from '../tenancy/branding/publish';
import { PublishedBrand } from '../tenancy/branding/published';
import { BrandTokens } from '../tenancy/branding/tokens';
import { type MailLook, mailLook } from './look';

/**
 * The published looks of the tenant in scope, as far as mail clients can show them; plain ones where
 * they cannot be read, as those of a later release. No sign-in may hang on looks.
 */
export async function mailBrand(db: ControlDb, tenantName: string): Promise<MailLook> {
  const [row] = await db
    .select({ brand: brandings.brand, tokens: brandings.tokens })
    .from(brandings)
    .where(eq(brandings.state, 'published'));
  if (!row) return plainLook(tenantName);
  try {
    return mailLook(PublishedBrand.parse(row.brand), readTokens(row.tokens).mail);
  } catch (error) {
    log.error({ err: error, tenant: tenantName }, 'looks cannot be read, so mails go out plain');
    return plainLook(tenantName);
  }
}

/** For a tenant that published nothing that can be read. */
function plainLook(name: string): MailLook {
  const tokens = BrandTokens.parse({ ...platformBrand, color: '#1f2937', name: name.slice(0, 60) });
  return mailLook(publishBrand(tokens).brand, tokens.mail);
}

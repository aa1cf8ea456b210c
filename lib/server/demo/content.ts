import type { SeedTenant } from '@/db/seed/world';
import type { SeededMember } from './seed';

export async function seedContent(
  _tenant: SeedTenant,
  _ids: { tenantId: string; members: SeededMember[] },
) {}

import { and, eq, isNotNull } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { plans, planVersions } from '@/db/schema/control';
import { type PlanFacts, PlanTerms } from '../../billing/terms';
import { notFound } from '../../errors';

/** A version that was published, as doors would see it. Throws `not_found`. */
export async function versionOf(
  db: ControlDb,
  { planId, version }: { planId: string; version: number },
): Promise<PlanFacts & { archived: boolean }> {
  const [found] = await db
    .select({
      id: plans.id,
      name: plans.name,
      archivedAt: plans.archivedAt,
      terms: planVersions.terms,
    })
    .from(planVersions)
    .innerJoin(plans, eq(plans.id, planVersions.planId))
    .where(
      and(
        eq(planVersions.planId, planId),
        eq(planVersions.version, version),
        isNotNull(planVersions.publishedAt),
      ),
    );
  if (!found) throw notFound('This plan');
  const { archivedAt, terms, ...plan } = found;
  const archived = archivedAt !== null;
  return { ...plan, version, archived, state: 'signed', terms: PlanTerms.parse(terms) };
}

import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { ControlDb } from '@/db/control';
import { plans, planVersions } from '@/db/schema/control';
import { AppError, notFound } from '../errors';
import { PlanTerms } from './terms';

/** Plans that tenants may ask for, at their newest version. */
export async function offersFor(db: ControlDb) {
  const found = await db
    .selectDistinctOn([plans.id], {
      ...{ id: plans.id, name: plans.name, version: planVersions.version },
      terms: planVersions.terms,
    })
    .from(plans)
    .innerJoin(planVersions, eq(planVersions.planId, plans.id))
    .where(
      and(
        eq(plans.offered, true),
        isNull(plans.archivedAt),
        sql`${planVersions.publishedAt} is not null`,
      ),
    )
    .orderBy(asc(plans.id), sql`${planVersions.version} desc`);
  return found.map((one) => ({ ...one, terms: PlanTerms.parse(one.terms) }));
}

/** The one that is meant, as it is offered now. Throws `not_found`, `conflict` for another version. */
export async function offerNow(
  db: ControlDb,
  { planId, version }: { planId: string; version: number },
) {
  const offer = (await offersFor(db)).find(({ id }) => id === planId);
  if (!offer) throw notFound('This plan');
  if (offer.version !== version) {
    throw new AppError('conflict', 'This plan was changed meanwhile. Look again.');
  }
  return offer;
}

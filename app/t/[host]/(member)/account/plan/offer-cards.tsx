import { priceWords } from '@/app/_shared/plans/plan-words';
import { Badge } from '@/components/ui/badge';
import type { MyPlan } from '@/lib/billing/user-plans/shapes';
import { wording } from '@/lib/language/request';
import { AskButton } from './ask-button';
import { IncludesList } from './includes-list';

/** Plans that can be chosen, each with its price and what is included. */
export async function OfferCards({ plan }: { plan: MyPlan }) {
  const [t, p] = [await wording('userPlans'), await wording('plans')];
  const { held, signing } = plan;
  return (
    <ul className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {plan.offers.map((offer) => {
        const asked = signing?.planId === offer.planId;
        return (
          <li
            key={offer.planId}
            className="flex flex-col gap-3 rounded-panel border border-line bg-surface-raised p-4"
          >
            <h3 className="flex flex-wrap items-center gap-2 font-semibold">
              {offer.name}
              {offer.present ? <Badge tone="success">{p('Yours')}</Badge> : null}
              {asked ? <Badge tone="info">{p('Asked for')}</Badge> : null}
            </h3>
            <div className="font-medium tabular-nums">
              {offer.prices.length === 0 ? <p>{t('Free')}</p> : null}
              {offer.prices.map((price) => (
                <p key={JSON.stringify(price)}>{priceWords(p, price)}</p>
              ))}
            </div>
            {offer.description ? <p className="text-muted">{offer.description}</p> : null}
            <IncludesList lines={offer.includes} />
            {offer.present || asked || signing?.nextAt ? null : (
              <div className="mt-auto pt-1">
                <AskButton offer={offer} heldSeen={held?.changedAt ?? null} />
              </div>
            )}
          </li>
        );
      })}
    </ul>
  );
}

import { ChangesList } from '@/app/_shared/plans/changes-list';
import { priceWords } from '@/app/_shared/plans/plan-words';
import { Badge } from '@/components/ui/badge';
import type { OwnPlan } from '@/lib/billing/own-plan';
import type { Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';
import { AskButton } from './ask-button';
import { PayButton } from './pay-button';

interface Props {
  offers: OwnPlan['offers'];
  held: OwnPlan['held'];
  /** What is being signed. While the platform planned it, nothing else can be asked for. */
  signing: OwnPlan['signing'];
  paid: OwnPlan['payment']['paid'];
  reader: Reader;
}

/** Plans that may be asked for, each with what it would change here. */
export async function OfferList({ offers, held, signing, paid, reader }: Props) {
  const t = await wording('plans');
  if (offers.length === 0) {
    return <p className="text-muted">{t('The platform offers no plans at the moment.')}</p>;
  }
  return (
    <ul className="divide-y divide-line rounded-panel border border-line bg-surface-raised">
      {offers.map((offer) => (
        <li key={offer.planId} className="grid gap-3 p-4">
          <div className="flex flex-wrap items-start justify-between gap-3">
            <div className="min-w-0 flex-1 basis-56">
              <h3 className="flex flex-wrap items-center gap-2 font-semibold">
                {offer.name}
                {offer.present ? <Badge tone="success">{t('Yours')}</Badge> : null}
                {signing?.planId === offer.planId ? (
                  <Badge tone="info">{t('Asked for')}</Badge>
                ) : null}
              </h3>
              {offer.description ? <p className="text-muted">{offer.description}</p> : null}
              {offer.trialDays > 0 ? (
                <p>
                  {t('{days, plural, one {# day} other {# days}} free', { days: offer.trialDays })}
                </p>
              ) : null}
              {offer.prices.length === 0 ? <p>{t('Free')}</p> : null}
              {offer.prices.map((price) => (
                <p key={JSON.stringify(price)} className="tabular-nums">
                  {priceWords(t, price)}
                </p>
              ))}
            </div>
            {offer.present || signing?.nextAt || signing?.planId === offer.planId ? null : (
              <OfferButton
                offer={offer}
                heldSeen={held?.changedAt ?? null}
                paid={paid}
                reader={reader}
              />
            )}
          </div>
          {offer.present ? null : <ChangesList changes={offer.changes} />}
        </li>
      ))}
    </ul>
  );
}

interface ButtonProps {
  offer: OwnPlan['offers'][number];
  heldSeen: Date | null;
  /** How something is paid for now, if anything is. */
  paid: OwnPlan['payment']['paid'];
  reader: Reader;
}

/** A plan that can be paid for leads to Stripe; the others are signed, or asked for. */
function OfferButton({ reader, paid, ...props }: ButtonProps) {
  const { charges } = props.offer;
  const first = charges.find(({ interval }) => interval === paid?.charge.interval) ?? charges[0];
  if (!first) return <AskButton {...props} endsPayment={paid !== null} />;
  const key = JSON.stringify(charges);
  return <PayButton key={key} {...props} first={first} reader={reader} />;
}

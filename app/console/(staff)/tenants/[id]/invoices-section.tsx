import { InvoiceList } from '@/app/_shared/plans/invoice-list';
import type { PageDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { subscriptionsProcedures } from '@/lib/platform/subscriptions/procedures';
import { readerIn } from '../../_frame/words';
import { Part } from './part';

/** The last invoices of a tenant, as Stripe has them. */
export async function InvoicesSection({ door, id }: { door: PageDoor; id: string }) {
  const t = await wording('invoices');
  const { invoices } = await door.call(subscriptionsProcedures.invoices, { id });
  return (
    <Part title={t('Invoices')}>
      <InvoiceList invoices={invoices} reader={readerIn(t.language)} />
    </Part>
  );
}

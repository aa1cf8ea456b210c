import { InvoiceList } from '@/app/_shared/plans/invoice-list';
import { hrefWith, queryOf, type SearchParams } from '@/app/_shared/query';
import { FormSection } from '@/components/ui/form-section';
import { LinkButton } from '@/components/ui/link-button';
import { planProcedures } from '@/lib/billing/procedures';
import type { MemberDoor } from '@/lib/doors/page';
import type { Reader } from '@/lib/format';
import { wording } from '@/lib/language/request';

interface Props {
  door: MemberDoor;
  reader: Reader;
  searchParams: SearchParams;
}

const path = '/settings/plan';

/** What was charged to this workspace, a page at a time. */
export async function OwnInvoices({ door, reader, searchParams }: Props) {
  const t = await wording('invoices');
  const query = await queryOf(searchParams);
  const { invoices: cursor } = query;
  const { invoices, older } = await door.call(planProcedures.invoices, {
    ...(cursor && { cursor }),
  });
  return (
    <FormSection
      title={t('Invoices')}
      description={t('What was charged, and where each invoice can be seen and paid.')}
    >
      <InvoiceList invoices={invoices} reader={reader} />
      {cursor || older ? (
        <nav aria-label={t('Pages')} className="flex justify-end gap-2">
          {cursor ? (
            <LinkButton size="small" href={hrefWith(path, query, { invoices: undefined })}>
              {t('Newest')}
            </LinkButton>
          ) : null}
          {older ? (
            <LinkButton size="small" href={hrefWith(path, query, { invoices: older })}>
              {t('Older')}
            </LinkButton>
          ) : null}
        </nav>
      ) : null}
    </FormSection>
  );
}

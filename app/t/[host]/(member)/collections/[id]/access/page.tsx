import type { Metadata } from 'next';
import { forbidden, notFound } from 'next/navigation';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { PageFrame } from '@/components/ui/page-frame';
import { openMemberPage } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { collectionProcedures } from '@/lib/modules/collections/collections/procedures';
import { rulesProcedures } from '@/lib/modules/collections/rules/procedures';
import { AccessRules } from '@/lib/modules/collections/ui/rules/access-rules';
import { uuid } from '../../_parts/draft';
import { readerOf } from '../../_parts/member';

export async function generateMetadata(): Promise<Metadata> {
  const t = await wording('collections');
  return { title: t('Access') };
}

interface Props {
  params: Promise<{ host: string; id: string }>;
}

export default async function Access({ params }: Props) {
  const { host, id } = await params;
  const door = await openMemberPage(host);
  const t = await wording('collections');
  if (!uuid.test(id)) notFound();
  if (!door.can('collections.manage')) forbidden();
  const collection = await door.call(collectionProcedures.get, { collectionId: id });
  const { rules, roles } = await door.call(rulesProcedures.get, { collectionId: id });
  return (
    <PageFrame
      width="wide"
      title={t('Access')}
      description={t('Who sees and changes what in {name}, by role.', { name: collection.name })}
      breadcrumb={
        <Breadcrumb
          label={t('Where this is')}
          crumbs={[
            { label: t('Collections'), href: '/collections' },
            { label: collection.name, href: `/collections/${id}` },
          ]}
        />
      }
    >
      <AccessRules {...{ collection, rules, roles }} locale={readerOf(door).locale} />
    </PageFrame>
  );
}

import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { openTenantPage } from '@/lib/doors/page';
import { Worded } from '@/lib/language/worded';
import { formProcedures } from '@/lib/modules/collections/forms/procedures';
import { FormToken } from '@/lib/modules/collections/forms/shapes';
import { GuestPage } from '@/lib/modules/collections/ui/forms/guest-page';
import { looksOf } from '@/lib/tenancy/looks';

// Each visit gets a pass of its own, so the page is nobody else's.
export const dynamic = 'force-dynamic';

interface Props {
  params: Promise<{ host: string; token: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { form } = await load(await params);
  return { title: form.title, robots: { index: false } };
}

export default async function GuestFormPage({ params }: Props) {
  const asked = await params;
  const { form, brand } = await load(asked);
  return (
    <Worded areas={['guest']}>
      <GuestPage brand={brand} form={form} token={asked.token} />
    </Worded>
  );
}

async function load({ host, token }: { host: string; token: string }) {
  const door = await openTenantPage(host);
  const looks = await looksOf(host);
  if (!looks || !FormToken.safeParse(token).success) notFound();
  return { form: await door.call(formProcedures.show, { token }), brand: looks.brand };
}

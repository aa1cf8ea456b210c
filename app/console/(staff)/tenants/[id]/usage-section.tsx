import { UsageFacts } from '@/app/_shared/usage/usage-facts';
import type { PageDoor } from '@/lib/doors/page';
import { wording } from '@/lib/language/request';
import { Worded } from '@/lib/language/worded';
import { subscriptionsProcedures } from '@/lib/platform/subscriptions/procedures';
import { Part } from './part';

/** What a tenant used, and what its next invoice comes to. */
export async function UsageSection({ door, id }: { door: PageDoor; id: string }) {
  const t = await wording('plans');
  const usage = await door.call(subscriptionsProcedures.usage, { id });
  return (
    <Worded areas={['plans']}>
      <Part title={t('Usage')}>
        <div className="flex min-w-0 max-w-3xl flex-col gap-5">
          <UsageFacts usage={usage} />
        </div>
      </Part>
    </Worded>
  );
}

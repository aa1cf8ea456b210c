'use client';

import { useRouter } from 'next/navigation';
import type { CustomValues } from '@/lib/custom-fields/shapes';
import { ValuesForm } from '@/lib/custom-fields/ui/values-form';
import { useWording } from '@/lib/language/wording-provider';
import { fillTaskFields } from '@/lib/modules/tasks/actions';

/** What the workspace's own fields say of a task. */
export function TaskFields({ id, values }: { id: string; values: CustomValues }) {
  const t = useWording('tasks');
  const router = useRouter();
  return (
    <section className="max-w-3xl">
      <h2 className="mb-3 font-semibold">{t('Fields')}</h2>
      <ValuesForm
        key={values.version}
        values={values}
        act={(change) => fillTaskFields({ ...change, id })}
        onDone={() => router.refresh()}
        onReload={() => router.refresh()}
      />
    </section>
  );
}

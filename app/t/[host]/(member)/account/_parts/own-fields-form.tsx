'use client';

import { useRouter } from 'next/navigation';
import type { CustomValues } from '@/lib/custom-fields/shapes';
import { ValuesForm } from '@/lib/custom-fields/ui/values-form';
import { fillOwnFields } from './actions';

export function OwnFieldsForm({ values }: { values: CustomValues }) {
  const router = useRouter();
  const refresh = () => router.refresh();
  return <ValuesForm values={values} act={fillOwnFields} onDone={refresh} onReload={refresh} />;
}

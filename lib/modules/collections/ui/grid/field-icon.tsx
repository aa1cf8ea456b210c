import type { FieldType } from '../../fields/shapes';
import { typeUi } from '../types';

export function FieldIcon({ type }: { type: FieldType }) {
  const Icon = typeUi[type].icon;
  return <Icon aria-hidden className="size-4 shrink-0 text-muted" />;
}

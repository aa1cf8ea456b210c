import { late } from '@/components/ui/late';
import type { CellKind } from '../types';
import { textKind } from './text-kind';

export const longTextKind: CellKind = {
  ...textKind,
  editor: late(async () => (await import('./long-text-editor')).LongTextEditor),
  parse: (text) => ({ value: text === '' ? null : text }),
};

import { Status } from '@/components/ui/status';
import { wording } from '@/lib/language/request';
import { statusWords } from './words';

export async function TenantStatus({ status }: { status: string }) {
  const t = await wording('console');
  const { word, tone } = statusWords[status] ?? { word: status, tone: 'neutral' as const };
  return <Status tone={tone}>{t.said(word)}</Status>;
}

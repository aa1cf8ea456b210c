import { Status } from '@/components/ui/status';
import { statusWords } from './words';

export function TenantStatus({ status }: { status: string }) {
  const { word, tone } = statusWords[status] ?? { word: status, tone: 'neutral' as const };
  return <Status tone={tone}>{word}</Status>;
}

import { Status } from '@/components/ui/status';
import { wording } from '@/lib/language/request';
import { shardWords } from './words';

export async function ShardStatus({ state }: { state: string }) {
  const t = await wording('console');
  const { word, tone } = shardWords[state] ?? { word: state, tone: 'neutral' as const };
  return <Status tone={tone}>{t.said(word)}</Status>;
}

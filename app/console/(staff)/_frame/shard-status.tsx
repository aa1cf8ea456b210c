import { Status } from '@/components/ui/status';
import { shardWords } from './words';

export function ShardStatus({ state }: { state: string }) {
  const { word, tone } = shardWords[state] ?? { word: state, tone: 'neutral' as const };
  return <Status tone={tone}>{word}</Status>;
}

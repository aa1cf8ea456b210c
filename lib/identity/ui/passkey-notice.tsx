import { Banner } from '@/components/ui/banner';
import type { Plain } from '@/lib/language/wording';
import { useWording } from '@/lib/language/wording-provider';
import type { PasskeyCeremony } from './use-passkey';

const words: Record<NonNullable<PasskeyCeremony['refusal']>, Plain<'shared'>> = {
  cancelled: 'No passkey was used: you cancelled, or it took too long. Nothing has changed.',
  held: 'This device has a passkey for this account already.',
  failed: 'Your device could not do this. Try again, or use another one.',
};

/** What came of a passkey that opened nothing: a refusal loudly, a cancelled prompt calmly. */
export function PasskeyNotice({ error, refusal }: Pick<PasskeyCeremony, 'error' | 'refusal'>) {
  const t = useWording('shared');
  if (error) return <Banner tone="danger">{error}</Banner>;
  return refusal ? <Banner>{t(words[refusal])}</Banner> : null;
}

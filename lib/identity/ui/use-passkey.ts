import { useCallback, useState } from 'react';
import { useProven } from '@/components/forms/proof';
import { useWords } from '@/components/ui/words';
import { type DeviceRefusal, refusalOf } from './passkey-device';

type Answer<T> =
  | { ok: true; data: T }
  | { ok: false; error: { code?: string; message: string; fields: Record<string, string> } };

interface Ceremony<O, D, T> {
  begin: () => Promise<Answer<{ options: O }>>;
  /** Asks a device; rejects when it gives nothing. */
  device: (options: O) => Promise<D>;
  finish: (given: D) => Promise<Answer<T>>;
  onDone: (data: T) => void;
}

export interface PasskeyCeremony {
  /** From the press until the page is left, the prompt of the device included. */
  pending: boolean;
  /** The server's refusal, in its words. */
  error: string | undefined;
  /** Why the device gave nothing. */
  refusal: Exclude<DeviceRefusal, 'replaced'> | undefined;
  /** Where nothing fails it stays pending: the page is left then. */
  start: () => Promise<void>;
  /** Shows a refusal that came another way. */
  say: (error: string) => void;
}

/** Asks the server, then a device, then the server; whatever fails, everything stays as it was. */
export function usePasskey<O, D, T>({
  begin,
  device,
  finish,
  onDone,
}: Ceremony<O, D, T>): PasskeyCeremony {
  const words = useWords();
  const proven = useProven(begin);
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState<Pick<PasskeyCeremony, 'error' | 'refusal'>>();
  const run = async (): Promise<Pick<PasskeyCeremony, 'error' | 'refusal'> | null> => {
    const begun = await proven(undefined);
    if (!begun.ok) return { error: begun.error.message, refusal: undefined };
    const given = await device(begun.data.options).then(
      (answer) => ({ answer }),
      (error: unknown) => ({ refused: refusalOf(error) }),
    );
    if ('refused' in given) {
      const { refused } = given;
      return { error: undefined, refusal: refused === 'replaced' ? 'cancelled' : refused };
    }
    const done = await finish(given.answer);
    if (!done.ok) return { error: done.error.message, refusal: undefined };
    onDone(done.data);
    return null;
  };
  const start = async () => {
    setPending(true);
    setSaid(undefined);
    const failed = await run().catch(() => ({ error: words.unreachable, refusal: undefined }));
    if (!failed) return;
    setSaid(failed);
    setPending(false);
  };
  const say = useCallback((error: string) => setSaid({ error, refusal: undefined }), []);
  return { pending, error: said?.error, refusal: said?.refusal, start, say };
}

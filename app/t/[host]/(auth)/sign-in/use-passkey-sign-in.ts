import { useEffect } from 'react';
import { beginPasskeySignIn, signInWithPasskey } from '@/lib/identity/passkeys/actions';
import { sign, webauthn } from '@/lib/identity/ui/passkey-device';
import { usePasskey } from '@/lib/identity/ui/use-passkey';

/** Before the five minutes are over that a challenge lives. */
const renewMs = 4.5 * 60_000;

/**
 * A sign-in with a passkey: by a button, and meanwhile beside the field of the address, where the
 * browser can. `next` is where to go on.
 */
export function usePasskeySignIn(next: string) {
  const ceremony = usePasskey({
    begin: beginPasskeySignIn,
    device: sign,
    finish: (assertion) => signInWithPasskey({ assertion, way: 'whole', next }),
    onDone: leave,
  });
  const { say, pending } = ceremony;
  useEffect(() => {
    // The prompt of the button is the one that counts while it is open.
    if (pending) return;
    let stays = true;
    const offer = async () => {
      const { browserSupportsWebAuthnAutofill } = await webauthn.load();
      if (!(await browserSupportsWebAuthnAutofill()) || !stays) return;
      const begun = await beginPasskeySignIn();
      if (!begun.ok || !stays) return;
      const assertion = await sign(begun.data.options, true);
      const done = await signInWithPasskey({ assertion, way: 'whole', next });
      if (done.ok) leave(done.data);
      else if (stays) say(done.error.message);
    };
    // Nobody asked for it, so nothing is said where it does not come about.
    const quietly = () => void offer().catch(() => undefined);
    quietly();
    const renewal = setInterval(quietly, renewMs);
    return () => {
      stays = false;
      clearInterval(renewal);
      webauthn.now()?.WebAuthnAbortService.cancelCeremony();
    };
  }, [next, say, pending]);
  return ceremony;
}

const leave = ({ next }: { next: string }) => window.location.assign(next);

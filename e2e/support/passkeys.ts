import type { CDPSession, Page } from '@playwright/test';

/** A device of the person who holds this page, as Chromium pretends one. */
export interface VirtualDevice {
  /** Whether whoever it asks agrees at once, or never answers. */
  answers(agrees: boolean): Promise<void>;
  /** How many keys it keeps. */
  keys(): Promise<number>;
  /** Gives its keys to another page's device, as a maker's account does. */
  copyTo(other: VirtualDevice): Promise<void>;
  /** Its keys, and the way to put one in. */
  readonly session: CDPSession;
  readonly id: string;
}

/** Puts a device into the browser of a page that verifies its person and keeps keys. */
export async function addDevice(page: Page, agrees = true): Promise<VirtualDevice> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId: id } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: agrees,
    },
  });
  const credentials = async () =>
    (await session.send('WebAuthn.getCredentials', { authenticatorId: id })).credentials;
  return {
    session,
    id,
    answers: async (enabled) => {
      await session.send('WebAuthn.setAutomaticPresenceSimulation', {
        ...{ authenticatorId: id, enabled },
      });
    },
    keys: async () => (await credentials()).length,
    copyTo: async (other) => {
      for (const credential of await credentials()) {
        await other.session.send('WebAuthn.addCredential', {
          authenticatorId: other.id,
          credential,
        });
      }
    },
  };
}

/** A device that keeps passkeys, as Chromium plays it: present, and with the right finger. */
import type { CDPSession, Page } from 'playwright-core';

export type Device = {
  readonly client: CDPSession;
  readonly id: string;
  /** Takes the device away: its passkeys are gone with it. */
  readonly lose: () => Promise<void>;
};

export async function plugInDevice(page: Page): Promise<Device> {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable', { enableUI: false });
  const { authenticatorId: id } = await client.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const lose = async (): Promise<void> => {
    await client.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: id });
  };
  return { client, id, lose };
}

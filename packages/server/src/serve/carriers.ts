import type { Lender } from '../lender/lender.ts';
import type { Store } from '../platform/database/store.ts';
import type { Carriers } from '../platform/post/carriers/carrier.ts';
import { simulatedCarriers } from '../platform/post/carriers/simulated-carriers.ts';
import { smtpCarrier } from '../platform/post/carriers/smtp-carrier.ts';
import { webhookTextCarrier } from '../platform/post/carriers/webhook-text-carrier.ts';
import type { Settings } from './settings.ts';

/** Who carries letters and texts, by the settings; null where nobody does, and messages wait. */
export function carriersOf(
  settings: Settings,
  {
    store,
    lender,
    clock,
  }: {
    readonly store: Store;
    readonly lender: Lender;
    readonly clock: () => number;
  },
): Carriers {
  const { mailServer, mailFrom, textsUrl, publicUrl } = settings;
  const simulated = settings.simulatesPost ? simulatedCarriers(store, clock) : null;
  const sender = {
    name: lender.brand.name,
    address: mailFrom ?? lender.brand.email,
    host: new URL(publicUrl).hostname,
  };
  return {
    mail: mailServer === null ? (simulated?.mail ?? null) : smtpCarrier(mailServer, sender),
    text: textsUrl === null ? (simulated?.text ?? null) : webhookTextCarrier(textsUrl),
  };
}

import { pipeline, Transform } from 'node:stream';
import { createTransport } from 'nodemailer';
import { NotDelivered } from '../not-delivered.ts';
import type { Carrier, Parcel } from './carrier.ts';
import type { MailServer } from './mail-server.ts';
import { isMailAddress, oneLine } from './mail-text.ts';

/** How long each step of a delivery may take; a letter has 15 seconds in all. */
const TIMEOUTS = {
  dnsTimeout: 4_000,
  connectionTimeout: 6_000,
  greetingTimeout: 6_000,
  socketTimeout: 12_000,
} as const;

/** What the sender of every letter is. */
export type MailSender = {
  readonly name: string;
  readonly address: string;
  /** The host in every Message-ID: that of the public address. */
  readonly host: string;
};

/** Carries letters by SMTP, one at a time over a connection that is kept. */
export function smtpCarrier(server: MailServer, sender: MailSender): Carrier {
  const transporter = createTransport({
    pool: true,
    maxConnections: 1,
    maxMessages: 1_000,
    // A letter that a broken connection cut off is tried again by the outbox, not behind its back.
    maxRequeues: 0,
    host: server.host,
    port: server.port,
    secure: server.tls === 'always',
    requireTLS: server.tls === 'start',
    ignoreTLS: server.tls === 'off',
    ...(server.user === null ? {} : { auth: { user: server.user, pass: server.password } }),
    ...TIMEOUTS,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // Connection and envelope need not wait for what the text waits for.
  transporter.use('stream', ({ data, message }, done) => {
    const { mayLeave } = data as { readonly mayLeave?: Promise<void> };
    if (mayLeave !== undefined) {
      message.processFunc((text) => pipeline(text, heldUntil(mayLeave), () => undefined));
    }
    done();
  });
  const from = { name: oneLine(sender.name), address: sender.address };
  return {
    name: 'smtp',
    simulated: false,
    send: async (parcel, mayLeave) => {
      const mail = { from, mayLeave, ...mailOf(parcel, sender.host) };
      try {
        await transporter.sendMail(mail);
      } catch (error) {
        throw asNotDelivered(error);
      }
    },
    close: () => transporter.close(),
  };
}

/** Passes a letter on when the time has come; if it does not come, the letter is not sent. */
function heldUntil(mayLeave: Promise<void>): Transform {
  return new Transform({
    transform: (chunk, _encoding, done) => void mayLeave.then(() => done(null, chunk), done),
  });
}

function mailOf({ id, to, letter }: Parcel, host: string) {
  if (!isMailAddress(to)) throw new NotDelivered('address-unusable', 'give-up');
  return {
    // As an object: what stands in an address is never read as a list of addresses.
    to: { name: '', address: to },
    subject: oneLine(letter.subject ?? ''),
    text: letter.text,
    html: letter.html ?? undefined,
    messageId: `<${id}@${host}>`,
    // Nobody answers a machine: out-of-office replies stay away (RFC 3834).
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}

type SmtpFault = {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
};

/** The steps at which a server judges one letter; a refusal at another step concerns all. */
const ABOUT_THE_LETTER: ReadonlySet<string> = new Set(['RCPT TO', 'DATA']);

/**
 * What a fault of the mail server means for the letter, without the server's own words, which
 * repeat the address. A 5xx to the recipient or the text is final (RFC 5321, 4.2.1). A server that
 * closes (421) or cannot be reached fails all letters, and so does one that refuses us.
 */
function asNotDelivered(error: unknown): NotDelivered {
  if (error instanceof NotDelivered) return error;
  const { code = 'unknown', command = '', responseCode } = error as SmtpFault;
  if (responseCode === undefined) {
    // An envelope or a text that the library itself cannot send is no fault of the server.
    const isLetter = code === 'EENVELOPE' || code === 'EMESSAGE';
    return new NotDelivered(`smtp-${kebab(code)}`, isLetter ? 'give-up' : 'pause');
  }
  const isAboutLetter = ABOUT_THE_LETTER.has(command) && responseCode !== 421;
  if (!isAboutLetter) return new NotDelivered(`smtp-${responseCode}`, 'pause');
  return new NotDelivered(`smtp-${responseCode}`, responseCode >= 500 ? 'give-up' : 'try-later');
}

const kebab = (code: string): string => code.toLowerCase().replace(/[^a-z0-9]+/g, '-');

/** A mail server for tests: it keeps what it is given, and refuses what it is told to. */
import { SMTPServer } from 'smtp-server';

export type SunkMail = {
  readonly from: string;
  readonly to: readonly string[];
  /** The raw message, headers and all. */
  readonly raw: string;
};

export type MailSink = {
  readonly port: number;
  readonly mails: readonly SunkMail[];
  /** The Message-IDs in the order in which they came. */
  readonly ids: () => string[];
  /** How often a server was asked to take a letter, whether it came or not. */
  readonly asked: () => number;
  /** Waits until something is so, looking whenever a letter has come. */
  readonly until: (isSo: () => boolean) => Promise<void>;
  readonly close: () => Promise<void>;
};

type Refusal = { readonly status: number; readonly at: 'recipient' | 'data' };

/**
 * Opens a sink on a free port of this machine. `refuse` is asked for each recipient and may return
 * how to refuse; `withoutTls` offers no STARTTLS.
 */
export async function openMailSink(
  options: {
    readonly refuse?: (to: string) => Refusal | null;
    readonly withoutTls?: boolean;
    readonly port?: number;
  } = {},
): Promise<MailSink> {
  const mails: SunkMail[] = [];
  const waiting = new Set<{ readonly isSo: () => boolean; readonly go: () => void }>();
  let asked = 0;
  const refuse = options.refuse ?? (() => null);
  const fault = ({ status }: Refusal, to: string): Error =>
    Object.assign(new Error(`no mail for <${to}>`), { responseCode: status });
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    disabledCommands: options.withoutTls === true ? ['STARTTLS'] : [],
    onRcptTo: ({ address }, _session, done) => {
      asked += 1;
      const refusal = refuse(address);
      done(refusal?.at === 'recipient' ? fault(refusal, address) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk));
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(({ address }) => address);
        const refusal = to.map(refuse).find((each) => each !== null) ?? null;
        if (refusal !== null) return done(fault(refusal, to.join()));
        const { mailFrom } = session.envelope;
        const from = mailFrom === false ? '' : mailFrom.address;
        mails.push({ from, to, raw: Buffer.concat(chunks).toString('utf8') });
        for (const each of waiting) {
          if (!each.isSo()) continue;
          waiting.delete(each);
          each.go();
        }
        done();
      });
    },
  });
  // A client that is killed in the middle of a letter is what the kill test is about.
  server.on('error', () => undefined);
  const listening = await new Promise<number>((resolve) => {
    const own = server.listen(options.port ?? 0, '127.0.0.1', () => {
      const address = own.address();
      resolve(address === null || typeof address === 'string' ? 0 : address.port);
    });
  });
  return {
    port: listening,
    mails,
    ids: () => mails.map(({ raw }) => /^Message-ID: <([^@>]+)@/im.exec(raw)?.[1] ?? ''),
    asked: () => asked,
    until: (isSo) =>
      isSo() ? Promise.resolve() : new Promise((go) => void waiting.add({ isSo, go: () => go() })),
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  };
}

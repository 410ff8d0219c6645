import { createServer } from 'node:net';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { type MailSink, openMailSink } from '../../../../testing/platform/post/mail-sink.ts';
import { NotDelivered } from '../not-delivered.ts';
import type { Carrier, Parcel } from './carrier.ts';
import { readMailServer } from './mail-server.ts';
import { smtpCarrier } from './smtp-carrier.ts';

const SENDER = { name: 'Larkspur', address: 'post@larkspur.example', host: 'portal.example' };
const PARCEL: Parcel = {
  id: '01890000-0000-8000-8000-000000000001',
  personId: '01890000-0000-7000-8000-000000000002',
  to: 'dana@larkspur.example',
  letter: { subject: 'Your loan is closed', text: 'Hello Dana,\n', html: '<p>Hello Dana,</p>' },
};

let sink: MailSink | null = null;
let carrier: Carrier | null = null;
afterEach(async () => {
  carrier?.close();
  await sink?.close();
  sink = carrier = null;
});

function carrierTo(address: string): Carrier {
  const server = readMailServer(address);
  if (server === null) throw new Error('no address of a mail server');
  carrier = smtpCarrier(server, SENDER);
  return carrier;
}

async function openSink(options: Parameters<typeof openMailSink>[0] = {}): Promise<Carrier> {
  sink = await openMailSink(options);
  return carrierTo(`smtp://127.0.0.1:${sink.port}`);
}

async function fault(delivery: Promise<void>): Promise<NotDelivered> {
  const error = await delivery.then(() => null).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(NotDelivered);
  return error as NotDelivered;
}

describe('a letter by SMTP', () => {
  test('arrives with both texts, its sender and the same id at every attempt', async () => {
    const post = await openSink();
    await post.send(PARCEL);
    await post.send(PARCEL);
    expect(sink?.ids()).toEqual([PARCEL.id, PARCEL.id]);
    const [mail] = sink?.mails ?? [];
    expect(mail).toMatchObject({ from: 'post@larkspur.example', to: ['dana@larkspur.example'] });
    expect(mail?.raw).toContain(
      'Message-ID: <01890000-0000-8000-8000-000000000001@portal.example>',
    );
    expect(mail?.raw).toContain('Subject: Your loan is closed');
    expect(mail?.raw).toContain('From: Larkspur <post@larkspur.example>');
    expect(mail?.raw).toContain('Auto-Submitted: auto-generated');
    expect(mail?.raw).toContain('Content-Type: text/plain');
    expect(mail?.raw).toContain('Content-Type: text/html');
  });

  test('has no header that a subject or a sender put there', async () => {
    const evil = 'Hello\r\nBcc: all@lender.example\r\n\r\nbody';
    sink = await openMailSink();
    const server = readMailServer(`smtp://127.0.0.1:${sink.port}`);
    if (server === null) throw new Error('no server');
    carrier = smtpCarrier(server, { ...SENDER, name: evil });
    await carrier.send({ ...PARCEL, letter: { ...PARCEL.letter, subject: evil } });
    const raw = sink.mails[0]?.raw ?? '';
    expect(raw.split('\r\n\r\n')[0]).not.toMatch(/^Bcc:/im);
    expect(sink.mails[0]?.to).toEqual(['dana@larkspur.example']);
  });

  test.each(['a@b.example, c@d.example', 'a@b.example\r\nRCPT TO:<c@d.example>', 'Dana', ''])(
    'to %j is given up and reaches nobody',
    async (to) => {
      const post = await openSink();
      expect(await fault(post.send({ ...PARCEL, to }))).toMatchObject({
        code: 'address-unusable',
        next: 'give-up',
      });
      expect(sink?.mails).toEqual([]);
    },
  );

  test.each([
    [550, 'recipient', 'smtp-550', 'give-up'],
    [552, 'data', 'smtp-552', 'give-up'],
    [450, 'recipient', 'smtp-450', 'try-later'],
    [451, 'data', 'smtp-451', 'try-later'],
    [421, 'recipient', 'smtp-421', 'pause'],
  ] as const)('refused with %i at the %s: %s, %s', async (status, at, code, next) => {
    const post = await openSink({ refuse: () => ({ status, at }) });
    const error = await fault(post.send(PARCEL));
    expect(error).toMatchObject({ code, next });
    // The server's own words repeat the address.
    expect(`${error.message} ${error.stack} ${String(error.cause)}`).not.toContain('dana');
  });

  test('to a server that is not there waits, and others with it', async () => {
    const gone = await openMailSink();
    await gone.close();
    const error = await fault(carrierTo(`smtp://127.0.0.1:${gone.port}`).send(PARCEL));
    expect(error.next).toBe('pause');
    expect(error.code).toMatch(/^smtp-/);
  });

  test('goes to no server without encryption, unless it is this machine', async () => {
    sink = await openMailSink({ withoutTls: true });
    const server = readMailServer(`smtp://127.0.0.1:${sink.port}`);
    if (server === null) throw new Error('no server');
    carrier = smtpCarrier({ ...server, tls: 'start' }, SENDER);
    expect((await fault(carrier.send(PARCEL))).next).toBe('pause');
    expect(sink.mails).toEqual([]);
  });

  test('leaves when it may, and not at all when it may not', async () => {
    const post = await openSink();
    let letGo = (): void => undefined;
    const mayLeave = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const delivery = post.send(PARCEL, mayLeave);
    await vi.waitFor(() => expect(sink?.asked()).toBe(1));
    expect(sink?.mails).toEqual([]);
    letGo();
    await delivery;
    expect(sink?.mails).toHaveLength(1);
    const never = Promise.reject(new Error('the one before it is not marked'));
    never.catch(() => undefined);
    await expect(post.send(PARCEL, never)).rejects.toBeInstanceOf(NotDelivered);
    expect(sink?.mails).toHaveLength(1);
  });

  test('to a server that says nothing is given back in time', async () => {
    const silent = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const port = address === null || typeof address === 'string' ? 0 : address.port;
    const error = await fault(carrierTo(`smtp://127.0.0.1:${port}`).send(PARCEL));
    expect(error.next).toBe('pause');
    silent.close();
  });
});

import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Parcel } from './carrier.ts';
import { webhookTextCarrier } from './webhook-text-carrier.ts';

const PARCEL: Parcel = {
  id: '01890000-0000-8000-8000-000000000001',
  personId: '01890000-0000-7000-8000-000000000002',
  to: '+1 555 0100',
  letter: { subject: null, text: 'Larkspur: hello', html: null },
};

type Taken = { readonly headers: IncomingHttpHeaders; readonly body: string };

let server: Server;
let taken: Taken[];
let status: number;
let address: string;
beforeEach(async () => {
  taken = [];
  status = 202;
  server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    taken.push({ headers: request.headers, body });
    if (status === 302) response.setHeader('location', `${address}/elsewhere`);
    response.writeHead(status).end('words about +1 555 0100');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('no port');
  address = `http://127.0.0.1:${at.port}`;
});
afterEach(() => void server.close());

describe('a text by webhook', () => {
  test('is one POST of id, number and words', async () => {
    const carrier = webhookTextCarrier(address.replace('//', '//larkspur:p%40ss@'));
    await carrier.send(PARCEL);
    const [{ headers, body } = { headers: {}, body: '' }] = taken;
    expect(JSON.parse(body)).toEqual({
      id: PARCEL.id,
      to: '+1 555 0100',
      text: 'Larkspur: hello',
    });
    expect(headers['content-type']).toBe('application/json');
    expect(headers.authorization).toBe(`Basic ${Buffer.from('larkspur:p@ss').toString('base64')}`);
  });

  test.each([
    [400, 'give-up'],
    [422, 'give-up'],
    [401, 'pause'],
    [404, 'pause'],
    [429, 'pause'],
    [500, 'pause'],
    [503, 'pause'],
    [302, 'pause'],
  ] as const)('answered %i: %s', async (answered, next) => {
    status = answered;
    const error = await webhookTextCarrier(address)
      .send(PARCEL)
      .then(() => null)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: `text-${answered}`, next });
    expect(taken).toHaveLength(1);
  });

  test('to a gateway that is not there waits', async () => {
    server.close();
    server.closeAllConnections();
    await expect(webhookTextCarrier(address).send(PARCEL)).rejects.toMatchObject({
      code: 'text-unreachable',
      next: 'pause',
    });
  });
});

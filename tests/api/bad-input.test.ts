/**
 * Goal: bad input gets a clear refusal and changes nothing.
 * Method: a table of slips and attacks; each answer is a whole problem that names field, value,
 * rule and next step, and afterwards every table has as many rows as before.
 */

import type { AddressInfo } from 'node:net';
import { createConnection } from 'node:net';
import type { ProblemCode } from '@roadbook/api/problem';
import { createPortalApp } from '@roadbook/server/http/portal-app';
import type { Shell } from '@roadbook/server/operation/shell';
import type { InjectOptions } from 'fastify';
import pino from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { refused, send } from './call.ts';
import { checkProblem } from './check-problem.ts';
import { example, operationsOf } from './examples.ts';
import { contractIds } from './people.ts';
import { openTestPortal, type TestPortal } from './test-portal.ts';

let portal: TestPortal;
let cookie: string;
let before: Record<string, number>;
beforeAll(async () => {
  portal = await openTestPortal();
  cookie = await portal.signIn('dana');
});
afterAll(() => portal.end());
beforeEach(async () => {
  before = await portal.countRows();
});
afterEach(async () => {
  expect(await portal.countRows()).toEqual(before);
});

const digits = 'an amount is whole cents as a string of digits, such as "44660"';

/** What an amount may not be, as it is written in JSON, and the rule that is told. */
const AMOUNTS: [json: string, value: string, rule: string][] = [
  ['"0"', '0', 'the amount must be more than 0'],
  ['"-1"', '-1', digits],
  ['"0.001"', '0.001', digits],
  ['"1e3"', '1e3', digits],
  [`"${10n ** 15n}"`, `${10n ** 15n}`, 'the amount must be at most 999999999999999'],
  [`"${10n ** 16n}"`, `${10n ** 16n}`, digits],
  ['"abc"', 'abc', digits],
  ['""', '(empty)', digits],
  ['" 100"', ' 100', digits],
  ['"١٠٠"', '١٠٠', digits],
  ['100', '100', 'text, in quotation marks'],
  ['100.5', '100.5', 'text, in quotation marks'],
  ['null', 'null', 'text, in quotation marks'],
  ['["100"]', '(a list)', 'text, in quotation marks'],
  ['{"cents":"100"}', '(an object)', 'text, in quotation marks'],
  ['true', 'true', 'text, in quotation marks'],
];

const DAYS: [json: string, value: string][] = [
  ['"2026-02-30"', '2026-02-30'],
  ['"2027-02-29"', '2027-02-29'],
  ['"2026-13-01"', '2026-13-01'],
  ['"02/03/2026"', '02/03/2026'],
  ['"2026-2-3"', '2026-2-3'],
  ['"2026-11-02T00:00:00Z"', '2026-11-02T00:00:00Z'],
  ['"today"', 'today'],
  ['""', '(empty)'],
];

const withField = (id: string, field: string, json: string): string => {
  const body = example(id).body as Record<string, unknown>;
  const fields = Object.entries({ ...body, [field]: undefined }).map(([name, value]) => {
    return `${JSON.stringify(name)}:${name === field ? json : JSON.stringify(value)}`;
  });
  return `{${fields.join(',')}}`;
};

const post = (id: string, payload: string): Promise<ReturnType<typeof checkProblem>> => {
  const { params, key = '' } = example(id);
  const isCustomer = operationsOf('customer').some((each) => each.id === id);
  const url = `/api/v1/${isCustomer ? '' : 'integrator/'}contracts/${params?.contractId}/payments`;
  const headers = {
    'content-type': 'application/json',
    'idempotency-key': key,
    ...(isCustomer ? { cookie } : { authorization: `Bearer ${portal.token}` }),
  };
  return portal.send({ method: 'POST', url, headers, payload }).then(checkProblem);
};

describe.each([
  ['makePayment', 'amountCents', 'on'],
  ['postArrivedPayment', 'amountCents', 'receivedOn'],
])('%s', (id, amount, day) => {
  test.each(AMOUNTS)('refuses an amount of %s', async (json, value, rule) => {
    const { code, errors, next } = await post(id, withField(id, amount, json));
    expect(code).toBe('invalid-input');
    expect(errors).toEqual([{ field: `body.${amount}`, value, rule }]);
    expect(next).toContain('Nothing was changed');
  });

  test.each(DAYS)('refuses a day of %s', async (json, value) => {
    const { code, errors } = await post(id, withField(id, day, json));
    expect(code).toBe('invalid-input');
    const rule = 'a date that exists, written YYYY-MM-DD';
    expect(errors).toEqual([{ field: `body.${day}`, value, rule }]);
  });

  test('names every field that is missing', async () => {
    const { errors } = await post(id, '{}');
    const missing = errors.filter(({ value }) => value === '(missing)').map(({ field }) => field);
    expect(missing).toEqual(expect.arrayContaining([`body.${amount}`, `body.${day}`]));
    for (const { rule } of errors) expect(rule).toMatch(/it is missing|one of/);
  });

  test('refuses fields that nobody reads, without repeating what is in them', async () => {
    const payload = withField(id, 'amount', '"100.00"').replace('}', ',"memo":"my secret"}');
    const { code, errors } = await post(id, payload);
    expect(code).toBe('invalid-input');
    expect(errors).toEqual([
      {
        field: 'body.amount',
        value: '(not shown)',
        rule: expect.stringContaining('no such field'),
      },
      { field: 'body.memo', value: '(not shown)', rule: expect.stringContaining('no such field') },
    ]);
  });

  test.each([
    ['a list', '[]'],
    ['a text', '"amountCents=100"'],
    ['a number', '7'],
    ['a deep nest', `${'['.repeat(2_000)}${']'.repeat(2_000)}`],
  ])('refuses %s in place of an object', async (_what, payload) => {
    const { errors } = await post(id, payload);
    expect(errors[0]).toEqual({
      field: 'body',
      value: '(not shown)',
      rule: 'an object with named fields',
    });
  });

  test.each([
    ['broken JSON', '{"amountCents": "100"', 'invalid-input'],
    ['a poisoned prototype', '{"__proto__": {"amountCents": "100"}}', 'invalid-input'],
    ['nothing at all', '', 'invalid-input'],
    ['100 kB', JSON.stringify({ amountCents: '1'.repeat(100_000) }), 'body-too-large'],
  ])('refuses %s', async (_what, payload, code) => {
    expect((await post(id, payload)).code).toBe(code);
  });
});

describe('a request', () => {
  const payments = `/api/v1/contracts/${contractIds.loan}/payments`;
  const cases: [string, InjectOptions, ProblemCode, string | null][] = [
    ['a path that is no UUID', { url: '/api/v1/contracts/1' }, 'invalid-input', 'path.contractId'],
    [
      'a path that would climb',
      { url: '/api/v1/contracts/..%2F..%2Fetc%2Fpasswd' },
      'invalid-input',
      'path.contractId',
    ],
    [
      'a path with SQL in it',
      { url: "/api/v1/contracts/'%20or%201=1--" },
      'invalid-input',
      'path.contractId',
    ],
    ['a broken percent sign', { url: '/api/v1/contracts/%zz' }, 'invalid-input', 'path'],
    ['an unknown query', { url: '/api/v1/contracts?limit=5' }, 'invalid-input', 'query.limit'],
    [
      'a page before nothing',
      { url: `/api/v1/contracts/${contractIds.loan}/transactions?before=-1` },
      'invalid-input',
      'query.before',
    ],
    [
      'a page beyond what the database counts to',
      { url: `/api/v1/contracts/${contractIds.loan}/transactions?before=99999999999` },
      'invalid-input',
      'query.before',
    ],
    [
      'a page of a word',
      { url: `/api/v1/contracts/${contractIds.loan}/transactions?before=last` },
      'invalid-input',
      'query.before',
    ],
    [
      'the same query twice',
      { url: `/api/v1/contracts/${contractIds.loan}/payoff?on=2026-11-02&on=2026-11-03` },
      'invalid-input',
      'query.on',
    ],
    [
      'a payoff of a day that does not exist',
      { url: `/api/v1/contracts/${contractIds.loan}/payoff?on=2026-02-30` },
      'invalid-input',
      'query.on',
    ],
    [
      'a payoff of yesterday',
      { url: `/api/v1/contracts/${contractIds.loan}/payoff?on=2026-11-01` },
      'quote-date-past',
      null,
    ],
    [
      'a payoff in ten years',
      { url: `/api/v1/contracts/${contractIds.loan}/payoff?on=2036-11-01` },
      'quote-date-too-far',
      null,
    ],
    ['an address that is nowhere', { url: '/api/v1/nothing' }, 'not-found', null],
    ['a method it does not know', { method: 'PUT', url: payments }, 'not-found', null],
    [
      'a body where none is read',
      { method: 'DELETE', url: '/api/v1/session', payload: { all: true } },
      'invalid-input',
      'body.all',
    ],
    [
      'a form',
      {
        method: 'POST',
        url: payments,
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'amountCents=100',
      },
      'media-type-not-read',
      null,
    ],
    [
      'XML',
      {
        method: 'POST',
        url: payments,
        headers: { 'content-type': 'application/xml' },
        payload: '<payment/>',
      },
      'media-type-not-read',
      null,
    ],
    [
      'plain text',
      {
        method: 'POST',
        url: payments,
        headers: { 'content-type': 'text/plain', 'idempotency-key': 'plain-text' },
        payload: '{"amountCents":"100"}',
      },
      'media-type-not-read',
      null,
    ],
  ];

  test.each(cases)('with %s is refused', async (_what, request, code, field) => {
    const headers = { cookie, ...request.headers };
    const problem = checkProblem(await portal.send({ ...request, headers }));
    expect(problem.code).toBe(code);
    if (field !== null) expect(problem.errors.map((each) => each.field)).toEqual([field]);
  });

  test.each([
    ['number and deal', { number: 'LMF-1001', deal: 'LARK-TEST' }],
    ['a deal alone', { deal: 'LARK-TEST' }],
    ['nothing', {}],
  ])('that looks for a contract by %s is refused', async (_what, query) => {
    const { token } = portal;
    const { errors } = await refused(portal, 'findContracts', 'invalid-input', { token, query });
    expect(errors[0]?.rule).toBe('give either number, or deal and assetNumber');
  });

  test('with an id in capitals is understood', async () => {
    const params = { contractId: contractIds.loan.toUpperCase() };
    expect((await send(portal, 'getContract', { cookie, params })).statusCode).toBe(200);
  });
});

describe('bytes that are no request', () => {
  const HTTP = /^HTTP\/1\.1 (\d{3}) /;
  test.each([
    ['no HTTP at all', 'hello\r\n\r\n', 400],
    ['a header as large as a book', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 413],
  ])('%s gets a problem', async (_what, bytes, status) => {
    const app = await portal.another({});
    await app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = app.server.address() as AddressInfo;
    const text = await new Promise<string>((resolve, reject) => {
      const socket = createConnection(port, '127.0.0.1', () => socket.write(bytes));
      let heard = '';
      socket.on('data', (chunk) => {
        heard += chunk.toString();
      });
      socket.once('close', () => resolve(heard));
      socket.once('error', reject);
    });
    const [head = '', body = '{}'] = text.split('\r\n\r\n');
    expect(Number(HTTP.exec(head)?.[1])).toBe(status);
    expect(head).toContain('Content-Type: application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, reference: expect.stringMatching(/^RB-/) });
    await app.close();
  });
});

describe('when something of ours breaks', () => {
  test('the answer and the log say where, and nothing of whom', async () => {
    const lines: string[] = [];
    const fault = Object.assign(new Error('invalid input syntax for type uuid: "Dana Whitfield"'), {
      code: '22P02',
      detail: 'Key (email)=(dana@larkspur.example) exists',
      params: ['dana@larkspur.example'],
    });
    const broken = {
      ...portal.shell,
      store: { ...portal.shell.store, query: () => Promise.reject(fault) },
    } as Shell;
    const app = await createPortalApp({
      shell: () => broken,
      logger: pino({ level: 'info' }, { write: (line: string) => void lines.push(line) }),
      isHttps: false,
      trustProxy: false,
      pagesFolder: null,
    });
    const answer = await app.inject({ url: '/api/v1/contracts', headers: { cookie } });
    const problem = checkProblem(answer);
    expect(problem.code).toBe('unexpected');
    const logged = lines.join('');
    expect(logged).toContain(problem.reference);
    expect(logged).toContain('22P02');
    expect(`${logged}${answer.body}`).not.toMatch(/dana/i);
    await app.close();
  });

  test('before the database is open every address says so, and health can tell', async () => {
    const app = await createPortalApp({
      shell: () => null,
      logger: pino({ level: 'silent' }),
      isHttps: false,
      trustProxy: false,
      pagesFolder: null,
    });
    for (const url of ['/api/v1/contracts', '/', '/openapi.json', '/nowhere']) {
      const answer = await app.inject({ url });
      expect(checkProblem(answer).code).toBe('starting');
      expect(answer.headers['retry-after']).toBe('2');
    }
    expect((await app.inject({ url: '/health/live' })).statusCode).toBe(200);
    expect((await app.inject({ url: '/health/ready' })).statusCode).toBe(503);
    await app.close();
    const ready = await portal.send({ url: '/health/ready' });
    expect(ready.json()).toEqual({ status: 'ready' });
  });
});

import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, urlOf } from './client.ts';
import { isSessionEnded, mayRetry, ProblemError } from './problem-error.ts';

const answer = (status: number, type: string, body: string) =>
  vi.stubGlobal(
    'fetch',
    async () => new Response(body, { status, headers: { 'content-type': type } }),
  );

const faultOf = async (): Promise<ProblemError> => {
  const fault = await call('getSession', {}).catch((each: unknown) => each);
  if (!(fault instanceof ProblemError)) throw new Error('no ProblemError was thrown');
  return fault;
};

afterEach(() => vi.unstubAllGlobals());

describe('the address of a call', () => {
  it('fills parameters in, encoded, and leaves empty query fields out', () => {
    expect(
      urlOf('/api/v1/contracts/:contractId/transactions', {
        params: { contractId: 'a/b' },
        query: { before: 7, after: undefined },
      }),
    ).toBe('/api/v1/contracts/a%2Fb/transactions?before=7');
  });
});

describe('the answer to a call', () => {
  it('is the body when all went well', async () => {
    answer(200, 'application/json; charset=utf-8', '{"firstName":"Ada"}');
    await expect(call('getSession', {})).resolves.toEqual({ firstName: 'Ada' });
  });

  it('is thrown with code and reference when it is a problem', async () => {
    answer(
      401,
      'application/problem+json',
      '{"code":"not-signed-in","reference":"K7","status":401}',
    );
    const fault = await faultOf();
    expect(fault.problem).toMatchObject({ code: 'not-signed-in', reference: 'K7' });
    expect(isSessionEnded(fault)).toBe(true);
    expect(mayRetry(fault)).toBe(false);
  });

  it('is unreadable when a proxy answers with a page of its own', async () => {
    answer(502, 'text/html', '<h1>Bad gateway</h1>');
    const fault = await faultOf();
    expect(fault.problem).toMatchObject({ code: 'unreadable', status: 502 });
    expect(mayRetry(fault)).toBe(true);
  });

  it('is unreadable when a good status brings half a body', async () => {
    answer(200, 'application/json', '{"firstName":');
    expect((await faultOf()).problem.code).toBe('unreadable');
  });

  it('is unreachable when nothing answers', async () => {
    vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('Failed to fetch')));
    const fault = await faultOf();
    expect(fault.problem.code).toBe('unreachable');
    expect(mayRetry(fault)).toBe(true);
  });
});

/** A browser without script: keeps cookies, posts forms and calls operations. */
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { operationOf } from '../call.ts';

export type Browser = {
  readonly cookies: Map<string, string>;
  readonly get: (url: string) => Promise<LightMyRequestResponse>;
  readonly post: (
    url: string,
    fields: Readonly<Record<string, string>>,
  ) => Promise<LightMyRequestResponse>;
  readonly call: (id: string, body?: unknown) => Promise<LightMyRequestResponse>;
};

const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) ' +
  'Chrome/131.0.0.0 Safari/537.36';

export function openBrowser(app: FastifyInstance): Browser {
  const cookies = new Map<string, string>();
  const keep = (answer: LightMyRequestResponse): LightMyRequestResponse => {
    for (const { name, value, maxAge, expires } of answer.cookies) {
      const isGone =
        value === '' || maxAge === 0 || (expires !== undefined && expires.getTime() === 0);
      if (isGone) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };
  const headers = (more: Readonly<Record<string, string>>) => ({
    'user-agent': USER_AGENT,
    cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    ...more,
  });
  return {
    cookies,
    get: async (url) => keep(await app.inject({ url, headers: headers({ accept: 'text/html' }) })),
    post: async (url, fields) =>
      keep(
        await app.inject({
          method: 'POST',
          url,
          headers: headers({ 'content-type': 'application/x-www-form-urlencoded' }),
          payload: new URLSearchParams(fields).toString(),
        }),
      ),
    call: async (id, body) => {
      const { method, path } = operationOf(id);
      return keep(
        await app.inject({
          method,
          url: path,
          headers: headers(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
        }),
      );
    },
  };
}

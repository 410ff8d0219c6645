import helmet from '@fastify/helmet';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { registerSecurityHeaders } from './security-headers.ts';

const OPTIONS = {
  contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'self'"] } },
  strictTransportSecurity: { maxAge: 31_536_000 },
  referrerPolicy: { policy: 'same-origin' },
} as const;

async function headersOf(register: typeof registerSecurityHeaders, url: string) {
  const app = Fastify();
  await register(app, OPTIONS);
  app.get('/', async () => 'found');
  const { headers } = await app.inject(url);
  await app.close();
  return { ...headers, date: '' };
}

test.each(['/', '/not-there'])('%s is answered with the headers helmet would set', async (url) => {
  const expected = await headersOf(
    async (app, options) => void (await app.register(helmet, options)),
    url,
  );
  expect(await headersOf(registerSecurityHeaders, url)).toEqual(expected);
  expect(expected).toHaveProperty('content-security-policy', "default-src 'self'");
});

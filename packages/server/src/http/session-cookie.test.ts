import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { setSessionCookie } from './session-cookie.ts';

test('a session that has parts of a second left is handed over in whole seconds', async () => {
  const app = Fastify();
  await app.register(cookie);
  app.get('/', async (_request, reply) => {
    setSessionCookie(reply, { token: 't', lastsMs: 43_191_619 }, false);
    return '';
  });
  const answer = await app.inject('/');
  expect(answer.cookies[0]).toMatchObject({ name: 'roadbook', maxAge: 43_191 });
});

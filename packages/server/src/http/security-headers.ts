import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import Fastify, { type FastifyInstance } from 'fastify';

/**
 * Sets helmet's headers on every answer. They are the same on each, so helmet makes them once, on
 * an answer that nobody gets: it would build and check its policy again for every request, which
 * took as long as reading the request.
 */
export async function registerSecurityHeaders(
  app: FastifyInstance,
  options: FastifyHelmetOptions,
): Promise<void> {
  const headers = await headersOf(options);
  app.addHook('onRequest', (_request, reply, next) => {
    for (const [name, value] of headers) reply.raw.setHeader(name, value);
    next();
  });
}

/** What helmet adds to an answer that has nothing of its own. */
async function headersOf(options: FastifyHelmetOptions): Promise<[string, string][]> {
  const [bare, protectedOnes] = await Promise.all([headersWith(null), headersWith(options)]);
  return Object.entries(protectedOnes).flatMap(([name, value]) =>
    name in bare ? [] : [[name, String(value)] as [string, string]],
  );
}

async function headersWith(options: FastifyHelmetOptions | null) {
  const app = Fastify();
  if (options !== null) await app.register(helmet, options);
  app.get('/', async () => '');
  const { headers } = await app.inject('/');
  await app.close();
  return headers;
}

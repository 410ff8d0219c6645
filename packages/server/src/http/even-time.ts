import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/**
 * Answers are given at multiples of this. An answer takes a few milliseconds less where nobody is
 * found, and a thousand measurements would tell; the multiple is the same for both.
 */
const EVEN_MS = 20;

/**
 * Makes the answers of a plugin's posts take as long for people who are there as for nobody. Input
 * that cannot be read is refused before anybody is looked for, and needs no wait.
 */
export function answerInEvenTime(plugin: FastifyInstance): void {
  plugin.addHook('onSend', async ({ method }, reply, payload) => {
    if (method === 'POST' && reply.statusCode !== 400) {
      await delay(Math.ceil(EVEN_MS - (reply.elapsedTime % EVEN_MS)));
    }
    return payload;
  });
}

import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** Pages and scripts are compressed as they are sent: quality 4 costs little and saves most. */
const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** Static files of a built folder: those with hashed names for a year, the others for minutes. */
export async function serveFiles(app: FastifyInstance, folder: string): Promise<void> {
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    threshold: 1_024,
    brotliOptions: FAST,
  });
  await app.register(fastifyStatic, {
    root: folder,
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const isHashed = /[/\\]assets[/\\]/.test(path);
      response.setHeader(
        'cache-control',
        isHashed ? 'public, max-age=31536000, immutable' : 'public, max-age=300',
      );
    },
    globIgnore: ['**/*.html'],
    wildcard: false,
  });
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { ProblemError } from '../operation/problem-error.ts';

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

/** The pages of a built folder by name, as the web's build left them. */
export async function readPages<Name extends string>(
  folder: string,
  files: Readonly<Record<Name, string>>,
): Promise<Map<Name, string>> {
  const pages = new Map<Name, string>();
  for (const [name, file] of Object.entries(files) as [Name, string][]) {
    pages.set(name, await readFile(join(folder, file), 'utf8'));
  }
  return pages;
}

/** Answers `not-found` unless a browser asks for a page, which has words of its own for it. */
export function demandPageWanted(request: FastifyRequest): void {
  const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('html');
  if (!wantsPage || request.url.startsWith('/api/')) throw new ProblemError('not-found');
}

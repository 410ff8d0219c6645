import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ProblemCode } from '@roadbook/api/problem';
import { newReference, problemOf } from './problem/problem-reply.ts';
import { REQUEST_SECONDS } from './request-limits.ts';

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'body-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-too-slow',
};

const FACTS: Partial<Record<ProblemCode, Readonly<Record<string, string>>>> = {
  'request-too-slow': { seconds: `${REQUEST_SECONDS}` },
};

/** Answers bytes that are not HTTP at all: nothing was read, so nothing is repeated of them. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const code = CODES[error.code ?? ''] ?? 'invalid-input';
  const errors = [{ field: 'request', value: '(not shown)', rule: 'a well-formed HTTP request' }];
  const listed = code === 'invalid-input' ? errors : [];
  const problem = problemOf(code, FACTS[code] ?? {}, listed, newReference());
  const body = JSON.stringify(problem);
  const reason = STATUS_CODES[problem.status] ?? '';
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${problem.status} ${reason}\r\n` +
        `Content-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
        `Connection: close\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}

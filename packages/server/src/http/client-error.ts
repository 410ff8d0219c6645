import type { Socket } from 'node:net';
import type { ProblemCode } from '@roadbook/api/problem';
import { newReference, problemOf } from './problem-reply.ts';

const CODES: Readonly<Record<string, ProblemCode>> = {
  HPE_HEADER_OVERFLOW: 'body-too-large',
};

/** Answers bytes that are not HTTP at all: nothing was read, so nothing is repeated of them. */
export function answerClientError(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const code = CODES[error.code ?? ''] ?? 'invalid-input';
  const errors = [{ field: 'request', value: '(not shown)', rule: 'a well-formed HTTP request' }];
  const problem = problemOf(code, {}, code === 'invalid-input' ? errors : [], newReference());
  const body = JSON.stringify(problem);
  const reason = problem.status === 413 ? 'Content Too Large' : 'Bad Request';
  if (socket.writable) {
    socket.write(
      `HTTP/1.1 ${problem.status} ${reason}\r\n` +
        `Content-Type: application/problem+json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n` +
        `Connection: close\r\n\r\n${body}`,
    );
  }
  socket.destroySoon();
}

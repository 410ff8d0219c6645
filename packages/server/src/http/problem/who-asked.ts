import type { FastifyRequest } from 'fastify';

const people = new WeakMap<FastifyRequest['raw'], string>();
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Notes which customer a request comes from, for the log of refusals. */
export function noteWhoAsked(request: FastifyRequest, personId: string): void {
  people.set(request.raw, personId);
}

/** The customer and the contract that a request was about, as far as they are known. */
export function whoAsked(request: FastifyRequest): {
  readonly personId: string | null;
  readonly contractId: string | null;
} {
  const { contractId } = (request.params ?? {}) as { readonly contractId?: unknown };
  const isId = typeof contractId === 'string' && UUID.test(contractId);
  return {
    personId: people.get(request.raw) ?? null,
    contractId: isId ? contractId.toLowerCase() : null,
  };
}

import type { FastifyInstance, FastifyRequest } from 'fastify';

const FORM_BYTES_MAX = 4_096;

/** Lets the routes of a plugin read forms as browsers post them without script. */
export function readForms(plugin: FastifyInstance, bodyLimit = FORM_BYTES_MAX): void {
  plugin.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit },
    (_request, body, done) => done(null, new URLSearchParams(body as string)),
  );
}

/** A field of a posted form, cut to what anybody would type; empty where there is none. */
export function formField(request: FastifyRequest, name: string, most = 200): string {
  const form = request.body instanceof URLSearchParams ? request.body : new URLSearchParams();
  return (form.get(name) ?? '').slice(0, most);
}

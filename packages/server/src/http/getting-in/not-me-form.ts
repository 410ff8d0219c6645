import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { freezeByNotice } from '../../people/holds/keep-out.ts';
import { countNetwork } from '../../people/recovery/reset-password.ts';
import { noticeStands } from '../../people/security-notices/security-notice.sql.ts';
import { tokenHash } from '../../people/session.ts';
import { formField } from '../read-form.ts';
import { fillFlow } from './flow-page.ts';
import type { GettingIn } from './lead-on.ts';

const GONE = 404;

/** The page of "This was not me". Looking at it does nothing; the button freezes the account. */
export function registerNotMe(plugin: FastifyInstance, parts: GettingIn): void {
  const show = (request: FastifyRequest, reply: FastifyReply, shown: string, token = '') =>
    parts.send(request, reply, 'notMe', {
      status: shown === 'over' ? GONE : 200,
      fill: (html) => fillFlow(html, { shown: [shown], values: { token } }),
    });
  plugin.get<{ Params: { token: string } }>('/not-me/:token', async (request, reply) => {
    const { store, clock } = parts.open();
    const { token } = request.params;
    const stands = await noticeStands(store, tokenHash(token), clock());
    return show(request, reply, stands ? 'asked' : 'over', token);
  });
  plugin.post('/not-me', async (request, reply) => {
    await countNetwork(parts.open(), 'not-me-network', parts.visitor(request));
    const did = await freezeByNotice(parts.open(), formField(request, 'token', 100));
    return show(request, reply, did ? 'frozen' : 'over');
  });
}

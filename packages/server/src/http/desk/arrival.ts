import type { FastifyRequest } from 'fastify';
import { deviceName } from '../../desk/staff/device-name.ts';
import type { Arrival } from '../../desk/staff/enter.ts';
import { ceremonyToken } from './desk-cookie.ts';

/** Where somebody comes from. Without an Origin of its own a request is of the host it names. */
export function arrivalOf(request: FastifyRequest, isHttps: boolean): Arrival {
  const { origin } = request.headers;
  return {
    network: request.ip,
    device: deviceName(request.headers['user-agent']),
    origin: origin ?? `${isHttps ? 'https' : 'http'}://${request.host}`,
    ceremony: ceremonyToken(request, isHttps),
  };
}

import type { Operation } from '../operation.ts';
import * as appointments from './appointments.ts';
import * as callBacks from './call-backs.ts';
import * as ceremony from './ceremony.ts';
import * as contracts from './contracts.ts';
import * as deskCustomers from './desk-customers.ts';
import * as deskGiveBack from './desk-give-back.ts';
import * as deskHandOver from './desk-hand-over.ts';
import * as deskPlaces from './desk-places.ts';
import * as deskSession from './desk-session.ts';
import * as deskWork from './desk-work.ts';
import * as giveBack from './give-back.ts';
import * as guest from './guest.ts';
import * as leaseEnd from './lease-end.ts';
import * as passkeys from './passkeys.ts';
import * as payments from './payments.ts';
import * as profile from './profile.ts';
import * as registration from './registration.ts';
import * as security from './security.ts';
import * as session from './session.ts';

/**
 * Every operation of the API, by path and method: an order of their own, because loaders disagree
 * on the order in which a module lists what it exports.
 */
export const OPERATIONS: readonly Operation[] = [
  session,
  ceremony,
  registration,
  security,
  profile,
  passkeys,
  contracts,
  payments,
  callBacks,
  leaseEnd,
  giveBack,
  deskGiveBack,
  deskHandOver,
  appointments,
  deskSession,
  deskCustomers,
  deskWork,
  deskPlaces,
  guest,
]
  .flatMap((module): Operation[] => Object.values(module))
  .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));

function placeOf({ path, method }: Operation): string {
  return `${path} ${['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].indexOf(method)}`;
}

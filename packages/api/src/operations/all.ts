import type { Operation } from '../operation.ts';
import * as contracts from './contracts.ts';
import * as integrator from './integrator.ts';
import * as payments from './payments.ts';
import * as session from './session.ts';

/** Every operation of the API, in the order of the document. */
export const OPERATIONS: readonly Operation[] = [
  ...Object.values(session),
  ...Object.values(contracts),
  ...Object.values(payments),
  ...Object.values(integrator),
];

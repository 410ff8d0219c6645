import { z } from 'zod';
import { operation } from '../operation.ts';
import { ContractId } from '../schema/basic.ts';
import { GiveBack, LineId, RaiseDispute } from '../schema/give-back.ts';

const params = z.object({ contractId: ContractId });

export const getGiveBack = operation({
  id: 'getGiveBack',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/contracts/:contractId/give-back',
  summary: 'How far a leased car is on its way back: our price, the receipt, the bills.',
  params,
  status: 200,
  response: GiveBack,
  problems: ['contract-not-found', 'give-back-not-for-a-loan'],
});

export const getReturnForm = operation({
  id: 'getReturnForm',
  audience: 'customer',
  method: 'GET',
  path: '/api/v1/contracts/:contractId/return-form.html',
  summary: 'The signed return form and odometer statement of a car that was given back.',
  params,
  status: 200,
  produces: 'text/html',
  response: z.string(),
  problems: ['contract-not-found', 'document-not-found'],
});

export const disputeBillLine = operation({
  id: 'disputeBillLine',
  audience: 'customer',
  method: 'POST',
  path: '/api/v1/contracts/:contractId/bill-lines/:lineId/disputes',
  summary: 'Object to a line of the final bill. Nobody collects it until it is decided.',
  params: params.extend({ lineId: LineId }),
  body: RaiseDispute,
  idempotent: true,
  status: 201,
  response: GiveBack,
  problems: [
    'contract-not-found',
    'give-back-not-for-a-loan',
    'bill-line-not-found',
    'bill-line-already-disputed',
    'day-not-open',
    'key-used-for-other-input',
  ],
});

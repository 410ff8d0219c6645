import { z } from 'zod';
import { operation } from '../operation.ts';
import { ContractId } from '../schema/basic.ts';
import { AskCallBack, CallBack } from '../schema/call-back.ts';

const params = z.object({ contractId: ContractId });
const path = '/api/v1/contracts/:contractId/call-backs';

export const getCallBack = operation({
  id: 'getCallBack',
  audience: 'customer',
  method: 'GET',
  path,
  summary: 'The call that the customer waits for, and the telephone number we have.',
  params,
  status: 200,
  response: z.object({ waiting: CallBack.nullable(), phone: z.string().nullable() }),
  problems: ['contract-not-found'],
});

export const askCallBack = operation({
  id: 'askCallBack',
  audience: 'customer',
  method: 'POST',
  path,
  summary: 'Ask to be called about a contract: another due date, relief, credit reporting.',
  params,
  body: AskCallBack,
  idempotent: true,
  status: 201,
  response: CallBack,
  problems: [
    'contract-not-found',
    'call-back-waiting',
    'too-many-attempts',
    'key-used-for-other-input',
  ],
});

import type { Response } from '../wire/client.ts';

/** A contract as its customer sees it; the desk shows the same. */
export type ContractOverview = Response<'getContract'>;
export type Loan = Extract<ContractOverview, { product: 'loan' }>;
export type Lease = Extract<ContractOverview, { product: 'lease' }>;

import type { Queryable } from '../../platform/database/store.ts';

export async function countContracts(store: Queryable): Promise<bigint> {
  const [row] = await store.query<{ n: bigint }>('select count(*) as n from contract');
  return row?.n ?? 0n;
}

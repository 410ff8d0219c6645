import type { Queryable } from '../../platform/database/store.ts';

/** Everybody who signed a contract, sealed; nobody where there is no such contract. */
export function partiesOfNumber(
  store: Queryable,
  contractNumber: string,
): Promise<
  {
    readonly contract_id: string;
    readonly person_id: string;
    readonly key_id: string;
    readonly sealed: Buffer;
  }[]
> {
  return store.query(
    `select contract_id, p.person_id, p.key_id, p.sealed from contract_number n
       join contract_party cp using (contract_id) join person p using (person_id)
     where n.contract_number in ($1, upper($1)) order by p.person_id`,
    [contractNumber],
  );
}

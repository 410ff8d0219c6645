import type { Queryable } from '../../platform/database/store.ts';

/** The makes and numbers of a person's contracts: what a password may not be made of. */
export async function contractWords(store: Queryable, personId: string): Promise<string[]> {
  const rows = await store.query<{ contract_number: string; make: string | null }>(
    `select c.contract_number, v.make from contract_party cp
       join contract c using (contract_id) left join vehicle v using (contract_id)
     where cp.person_id = $1`,
    [personId],
  );
  return rows.flatMap(({ contract_number: number, make }) =>
    make === null ? [number] : [number, make],
  );
}

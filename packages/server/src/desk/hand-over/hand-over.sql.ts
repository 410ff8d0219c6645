import type { Queryable } from '../../platform/database/store.ts';

/** A car by its VIN, as whoever receives it may see it. */
export type CarRow = {
  readonly contract_id: string;
  readonly contract_number: string;
  readonly model_year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  readonly vin: string;
};

/** The leases of a car; the newest one comes first. */
export async function carByVin(store: Queryable, vin: string): Promise<CarRow | null> {
  const [row] = await store.query<CarRow>(
    `select c.contract_id, c.contract_number, v.model_year, v.make, v.model, v.vin
     from vin n join contract c using (contract_id) join vehicle v using (contract_id)
     where n.vin = $1 and c.product = 'lease' order by c.contract_id desc limit 1`,
    [vin],
  );
  return row ?? null;
}

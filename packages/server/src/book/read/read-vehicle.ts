import { type Queryable, statement } from '../../platform/database/store.ts';

/** The car of a contract as it was boarded. */
export type VehicleRow = {
  readonly model_year: number | null;
  readonly make: string | null;
  readonly model: string | null;
  /** The price when new. */
  readonly value_cents: bigint | null;
};

const VEHICLE = statement(
  'vehicle',
  'select model_year, make, model, value_cents from vehicle where contract_id = $1',
);

/** The car of a contract, or null when nothing is known of it. */
export async function readVehicle(
  store: Queryable,
  contractId: string,
): Promise<VehicleRow | null> {
  const [row] = await store.query<VehicleRow>(VEHICLE, [contractId]);
  return row ?? null;
}

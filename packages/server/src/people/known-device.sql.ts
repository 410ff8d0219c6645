import type { Queryable } from '../platform/database/store.ts';

/** How somebody comes to the door: what they sign in as, from which network and browser. */
export type Arrival = {
  readonly loginHash: Buffer;
  readonly networkHash: Buffer;
  readonly deviceHash: Buffer | null;
};

export type Known = { readonly device: boolean; readonly network: boolean };

/** Whether the person of a login has signed in from this browser or network before. */
export async function knownAt(store: Queryable, arrival: Arrival): Promise<Known> {
  const [row] = await store.query<Known>(
    `select exists (select from login l join known_device d using (person_id)
         where l.login_hash = $1 and d.device_hash = $2) as device,
       exists (select from login l join known_network n using (person_id)
         where l.login_hash = $1 and n.network_hash = $3) as network`,
    [arrival.loginHash, arrival.deviceHash, arrival.networkHash],
  );
  return row ?? { device: false, network: false };
}

/** Remembers from where a person has just signed in. */
export async function rememberArrival(
  store: Queryable,
  personId: string,
  { deviceHash, networkHash }: { readonly deviceHash: Buffer; readonly networkHash: Buffer },
  nowMs: number,
): Promise<void> {
  await store.query(
    `with d as (insert into known_device (device_hash, person_id, last_seen) values ($2, $1, $4)
       on conflict (device_hash, person_id) do update set last_seen = excluded.last_seen)
     insert into known_network (person_id, network_hash, last_seen) values ($1, $3, $4)
       on conflict (person_id, network_hash) do update set last_seen = excluded.last_seen`,
    [personId, deviceHash, networkHash, new Date(nowMs).toISOString()],
  );
}

/** Rows in every table that holds sealed values, and the proof that each of them opens. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Store } from '../../../src/platform/database/store.ts';
import { type KeyRing, seal, unseal } from '../../../src/platform/keys/key-ring.ts';
import {
  SEALED_TABLES,
  type SealedRow,
  type SealedTable,
} from '../../../src/platform/keys/sealed-columns.ts';

type Column = { readonly name: string; readonly type: string };

/** What a check of the schema allows, where any text would not do. */
const ALLOWED: Readonly<Record<string, string>> = {
  'staff.role': 'agent',
  'staff.source': 'local',
  'staff_proof.kind': 'passkey',
  'person_message.channel': 'mail',
  'work_item.kind': 'letter',
  'appointment.kind': 'return',
  'lease_document.kind': 'return-form',
  'appointment.state': 'cancelled',
};

/** Writes rows into every sealed table: `many` of the people, a few of everything else. */
export async function fillSealed(store: Store, ring: KeyRing, many: number): Promise<void> {
  for (const table of SEALED_TABLES) {
    await fillTable(store, ring, table, table.table === 'person' ? many : 7);
  }
}

async function fillTable(store: Store, ring: KeyRing, table: SealedTable, count: number) {
  const needed = await store.query<Column>(
    `select a.attname as name, format_type(a.atttypid, a.atttypmod) as type
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped
       and a.attnotnull and not a.atthasdef`,
    [table.table],
  );
  const names = [...new Set([...needed.map(({ name }) => name), ...(table.also ?? [])])];
  const columns = [...new Set([...names, 'key_id', ...Object.keys(table.sealed)])];
  await store.transaction(async (tx) => {
    for (let n = 0; n < count; n += 1) {
      const row: Record<string, unknown> = {};
      for (const { name, type } of needed) {
        row[name] = ALLOWED[`${table.table}.${name}`] ?? sample(type);
      }
      for (const [column, identity] of Object.entries(table.sealed)) {
        const { keyId, sealed } = seal(ring, identity(row as SealedRow), `secret of ${column}`);
        Object.assign(row, { key_id: keyId, [column]: sealed });
      }
      await tx.query(
        `insert into ${table.table} (${columns.join(', ')})
         values (${columns.map((_, index) => `$${index + 1}`).join(', ')})`,
        columns.map((column) => row[column] ?? null),
      );
    }
  });
}

function sample(type: string): unknown {
  if (type === 'uuid') return randomUUID();
  if (type === 'bytea') return randomBytes(32);
  if (type === 'date') return '2026-11-02';
  if (type === 'boolean') return false;
  if (type.startsWith('timestamp')) return '2026-11-02T15:00:00Z';
  if (type === 'json' || type === 'jsonb') return '{}';
  return type === 'text' ? `text ${randomUUID()}` : 1;
}

/** How many rows each key has sealed; throws where one does not open to what was sealed. */
export async function openAll(store: Store, ring: KeyRing): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of SEALED_TABLES) {
    const found = await store.query<SealedRow>(`select * from ${table.table}`);
    for (const row of found) {
      const keyId = String(row.key_id);
      counts[keyId] = (counts[keyId] ?? 0) + 1;
      for (const [column, identity] of Object.entries(table.sealed)) {
        const sealed = row[column];
        if (!Buffer.isBuffer(sealed)) throw new Error(`${table.table}.${column} lost its value`);
        if (unseal(ring, identity(row), { keyId, sealed }) !== `secret of ${column}`) {
          throw new Error(`${table.table}.${column} opens to something else`);
        }
      }
    }
  }
  return counts;
}

import type * as operations from '@roadbook/api/operations/profile';
import type { Handler } from '../../operation/handler.ts';
import type { Integrator } from '../../operation/integrator.ts';
import { openMove } from './present-profile.ts';
import { movesAfter } from './profile.sql.ts';

const PAGE = 200;

/** Cars that were moved, for the system that works out taxes: it reads on after its last one. */
export const listGaragingMoves: Handler<typeof operations.listGaragingMoves, Integrator> = async ({
  shell: { store, ring },
  query,
}) => {
  const rows = await movesAfter(store, query.after ?? null, PAGE);
  return {
    moves: rows.map((row) => ({
      moveId: row.move_id,
      contractId: row.contract_id,
      contractNumber: row.contract_number,
      movedAt: row.moved_at,
      from: row.from_day as string,
      address: openMove(ring, {
        contractId: row.contract_id,
        moveId: row.move_id,
        keyId: row.key_id,
        sealed: row.sealed,
      }),
    })),
  };
};

import type * as operations from '@roadbook/api/operations/desk-work';
import { localTime } from '../../lender/local-time.ts';
import type { Handler } from '../../operation/handler.ts';
import type { Shell } from '../../operation/shell.ts';
import { noteOfAccess, recordDeskLook } from '../look/look.ts';
import { unsealStaff } from '../staff/staff.ts';
import type { StaffCaller } from '../staff/staff-session.ts';
import { type AccessFilter, type AccessRow, newestAccess, oldestAccess } from './audit.sql.ts';

const PAGE = 50;
const CSV_PAGE = 1_000;

type Staff<O extends (typeof operations)[keyof typeof operations]> = Handler<O, StaffCaller>;

/** Who looked at whose data. Customers stand by id and contract number: no names. */
export const listAccessLog: Staff<typeof operations.listAccessLog> = async ({ shell, query }) => {
  const page = { timeZone: zoneOf(shell), before: query.before ?? null, limit: PAGE };
  const rows = await newestAccess(shell.store, filterOf(query), page);
  const last = rows.length < PAGE ? undefined : rows.at(-1);
  return {
    rows: rows.map((row) => presentAccess(shell, row)),
    before: last?.access_id ?? null,
  };
};

/** The same as a file, oldest first. Taking it along is a row of its own. */
export const exportAccessLog: Staff<typeof operations.exportAccessLog> = async ({
  shell,
  caller,
  query,
}) => {
  const lines = [csvRow(['When', 'Who', 'What', 'Reason', 'Note', 'Contract', 'Person'])];
  for (let after: string | null = null; ; ) {
    const page = { timeZone: zoneOf(shell), after, limit: CSV_PAGE };
    const rows: AccessRow[] = await oldestAccess(shell.store, filterOf(query), page);
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const row of rows) {
      const { at, who, what, reason, note, contractNumber, personId } = presentAccess(shell, row);
      const { day, time } = localTime(shell.lender, at);
      const cells = [`${day} ${time}`, who, what, reason, note, contractNumber, personId];
      lines.push(csvRow(cells.map((cell) => cell ?? '')));
    }
    after = last.access_id;
  }
  await recordDeskLook(shell, caller, {
    what: 'access-log-exported',
    note: `${lines.length - 1} rows`,
  });
  return `${lines.join('\r\n')}\r\n`;
};

const zoneOf = ({ lender }: Shell): string => lender.brand.timeZone;

function filterOf(query: {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly what?: string | undefined;
  readonly who?: string | undefined;
}): AccessFilter {
  const { from = null, to = null, what = null, who = null } = query;
  return { from, to, what, who };
}

function presentAccess({ ring }: Shell, row: AccessRow) {
  const { staff_id, staff_key_id: keyId, staff_sealed: sealed } = row;
  const isStaff = staff_id !== null && keyId !== null && sealed !== null;
  return {
    accessId: row.access_id,
    at: row.at,
    who: isStaff ? unsealStaff(ring, { staff_id, key_id: keyId, sealed }).name : row.who,
    whoId: row.who,
    what: row.what,
    reason: row.reason,
    note: noteOfAccess(ring, row),
    personId: row.person_id,
    contractNumber: row.contract_number,
  };
}

/**
 * A row of cells (RFC 4180). A spreadsheet runs a cell that begins like a formula, so such a cell
 * gets an apostrophe before it (OWASP, CSV injection).
 */
export function csvRow(cells: readonly string[]): string {
  return cells
    .map((cell) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))
    .map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',');
}

import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { askTogether } from '../../platform/database/ask-together.ts';
import { statement } from '../../platform/database/store.ts';
import { wordsText } from '../../platform/database/value-parsers.ts';
import {
  CONTRACT_COLUMNS,
  type ContractRow,
  type StoredContract,
  storedContracts,
} from './contract-row.ts';
import type { AccountRow } from './read-account.ts';

/** What an entry was about and the balance it left: a point of a curve. */
export type EntryPoint = {
  readonly seq: number;
  readonly kind: string;
  readonly effectiveDate: BusinessDate;
  readonly amountCents: bigint;
  readonly balanceCents: bigint;
};

/** Everything that a screen shows of a contract, as it was at one moment. */
export type StoredOverview = {
  readonly stored: StoredContract;
  readonly account: AccountRow;
  /** In the order in which the entries were made. */
  readonly points: readonly EntryPoint[];
};

type OverviewRow = ContractRow & AccountRow & { readonly place: bigint; readonly points: string };

const READ = statement(
  'read-overviews',
  `select w.place, ${CONTRACT_COLUMNS}, null::integer as entry_seq,
     c.contract_number, c.deal, c.asset_number, c.boarded_as_of,
     v.model_year, v.make, v.model, v.vin,
     (select string_agg(concat_ws(' ', e.seq, e.kind, e.effective_date, e.amount_cents,
         e.balance_cents), E'\\n' order by e.seq)
       from entry e where e.contract_id = s.contract_id) as points
   from unnest((select $1::uuid[]), $2::uuid[]) with ordinality w(contract_id, person_id, place)
   join contract_state s using (contract_id)
   join contract_terms t using (contract_id, terms_version)
   join contract c using (contract_id)
   left join vehicle v using (contract_id)
   where w.person_id is null or exists (select from contract_party p
     where p.contract_id = w.contract_id and p.person_id = w.person_id)`,
);

/**
 * A contract with what screens show beside its state, or null where there is none or the person
 * named is no party to it. All of it is of one moment: a payment is in every part of it or in none.
 */
export const readOverview = askTogether<
  { readonly contractId: string; readonly personId: string | null },
  StoredOverview | null
>(async (store, wanted) => {
  const rows = await store.query<OverviewRow>(READ, [
    wordsText(wanted.map(({ contractId }) => contractId)),
    wordsText(wanted.map(({ personId }) => personId)),
  ]);
  const contracts = await storedContracts(store, rows);
  const found: (StoredOverview | null)[] = wanted.map(() => null);
  for (const [index, row] of rows.entries()) {
    const stored = contracts[index];
    if (stored === undefined) continue;
    found[Number(row.place) - 1] = { stored, account: row, points: pointsOf(row.points) };
  }
  return found;
});

function pointsOf(text: string): EntryPoint[] {
  return text.split('\n').map((each) => {
    const [seq = '', kind = '', effectiveDate = '', amount = '0', balance = '0'] = each.split(' ');
    return {
      seq: Number(seq),
      kind,
      effectiveDate: effectiveDate as BusinessDate,
      amountCents: BigInt(amount),
      balanceCents: BigInt(balance),
    };
  });
}

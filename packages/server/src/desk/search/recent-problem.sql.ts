import type { Queryable } from '../../platform/database/store.ts';
import { arrayText, wordsText } from '../../platform/database/value-parsers.ts';

/** A refusal that somebody may read out the reference of. */
export type RecentProblem = {
  readonly reference: string;
  readonly code: string;
  /** The pattern of the address, never the address itself. */
  readonly route: string;
  readonly at: string;
  readonly personId: string | null;
  readonly contractId: string | null;
};

export async function insertProblems(
  store: Queryable,
  problems: readonly RecentProblem[],
): Promise<void> {
  await store.query(
    `insert into recent_problem (reference, code, route, at, person_id, contract_id)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[], $5::uuid[],
       $6::uuid[]) on conflict do nothing`,
    [
      wordsText(problems.map(({ reference }) => reference)),
      wordsText(problems.map(({ code }) => code)),
      arrayText(problems.map(({ route }) => route)),
      arrayText(problems.map(({ at }) => at)),
      wordsText(problems.map(({ personId }) => personId)),
      wordsText(problems.map(({ contractId }) => contractId)),
    ],
  );
}

const COLUMNS = 'reference, code, route, at, person_id as "personId", contract_id as "contractId"';

export async function problemOfReference(
  store: Queryable,
  reference: string,
): Promise<RecentProblem | null> {
  const [row] = await store.query<RecentProblem>(
    `select ${COLUMNS} from recent_problem where reference = $1`,
    [reference],
  );
  return row ?? null;
}

export function problemsOfPerson(
  store: Queryable,
  personId: string,
  limit: number,
): Promise<RecentProblem[]> {
  return store.query<RecentProblem>(
    `select ${COLUMNS} from recent_problem where person_id = $1 order by at desc limit $2`,
    [personId, limit],
  );
}

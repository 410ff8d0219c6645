import type { Hold } from '@roadbook/domain/contract/hold';
import type { BusinessDate } from '@roadbook/domain/time/calendar';
import type {
  ActRule,
  Band,
  BoardingChecks,
  CheckAct,
  Limit,
} from '../../lender/boarding-checks.ts';
import type { Fault } from '../read/reject.ts';
import { type Stated, written } from '../read/schema/ex102-record.ts';

/** Something that a record says, and what is done about it. */
export type Finding = Fault & { readonly act: CheckAct };

/** What was found of one record, as the lender's data judges it. */
export type Findings = {
  readonly list: readonly Finding[];
  /** A rule that is broken or not; the lender's data says what is done. */
  readonly add: (rule: ActRule, element: string, sentence: string, accepted: string) => void;
  /** A measure held against a limit or a band. */
  readonly measure: (measured: Measured) => void;
};

export type Measured = {
  readonly rule: string;
  readonly element: string;
  readonly value: number;
  readonly limit: Limit | Band;
  readonly sentence: string;
  readonly accepted: string;
};

export function collectFindings(record: Stated, checks: BoardingChecks): Findings {
  const list: Finding[] = [];
  const note = (act: CheckAct, fault: Omit<Fault, 'value'>): void => {
    const value = fault.element === null ? null : written(record, fault.element);
    list.push({ ...fault, value, act });
  };
  return {
    list,
    add: (rule, element, sentence, accepted) =>
      note(checks.acts[rule], { rule, element, sentence, accepted }),
    measure: ({ value, limit, ...fault }) => {
      const act = actOf(value, limit);
      if (act !== null) note(act, fault);
    },
  };
}

function actOf(value: number, limit: Limit | Band): CheckAct | null {
  const low = 'remarkBelow' in limit ? limit : null;
  const isOver = limit.refuseOver !== null && value > limit.refuseOver;
  const isBelow = low !== null && low.refuseBelow !== null && value < low.refuseBelow;
  if (isOver || isBelow) return 'refuse';
  return value > limit.remarkOver || (low !== null && value < low.remarkBelow) ? 'remark' : null;
}

/** The finding that refuses the record, or null when it boards. */
export function refusalOf(findings: readonly Finding[]): Fault | null {
  const refusing = findings.find(({ act }) => act === 'refuse');
  if (refusing === undefined) return null;
  const { act: _, ...fault } = refusing;
  return fault;
}

/** The hold that keeps the contract still until a person has decided; none where nothing asks. */
export function reviewHold(findings: readonly Finding[], from: BusinessDate): Hold[] {
  const rules = findings.filter(({ act }) => act === 'hold').map(({ rule }) => rule);
  if (rules.length === 0) return [];
  const evidence = `boarding file: ${[...new Set(rules)].join(', ')}`;
  return [
    { kind: 'boarding-review', from, until: null, party: null, evidence, decidedBy: 'boarding' },
  ];
}

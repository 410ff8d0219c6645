/** What the ledger can be found to have wrong. Each rule is broken by some damage in the tests. */
export const LEDGER_RULES = [
  'no-open-day',
  'entry-missing',
  'hash-differs',
  'head-differs',
  'version-differs',
  'balances-differ',
  'wrong-sign',
  'status-differs',
  'facts-differ',
  'holds-differ',
  'amount-differs',
  'balance-after-differs',
  'body-unreadable',
  'product-differs',
  'entries-without-state',
  'state-without-entries',
  'state-without-contract',
  'contract-without-state',
  'state-unreadable',
  'terms-missing',
  'policy-missing',
  'policy-differs',
  'number-not-listed',
  'asset-not-listed',
  'row-without-contract',
  'posting-without-entry',
  'posting-numbers-differ',
  'posting-date-differs',
  'unknown-account',
  'message-without-entry',
  'date-after-open-day',
  'date-goes-back',
  'day-not-closed',
  'entry-after-close',
  'closed-day-differs',
  'next-date-passed',
  'next-date-differs',
] as const;
export type LedgerRule = (typeof LEDGER_RULES)[number];

/** One thing that is wrong, named by contract and rule. Never says anything of a person. */
export type Finding = {
  readonly contractId: string | null;
  readonly contractNumber: string | null;
  readonly rule: LedgerRule;
  readonly sentence: string;
};

/** A finding before its contract's number has been looked up. */
export type Found = Omit<Finding, 'contractNumber'>;

/** Takes a finding down. */
export type Note = (contractId: string | null, rule: LedgerRule, sentence: string) => void;

/** Findings so far. A broken ledger may have one for every row: `kept` ends, `count` does not. */
export type Findings = { readonly kept: Found[]; count: number };

const FINDINGS_KEPT = 1_000;

export function noteIn(findings: Findings): Note {
  return (contractId, rule, sentence) => {
    findings.count += 1;
    if (findings.kept.length < FINDINGS_KEPT) findings.kept.push({ contractId, rule, sentence });
  };
}

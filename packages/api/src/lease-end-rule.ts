import type { PlanProblem, PlanRule } from '@roadbook/domain/lease-end/planner/plan-answers';
import { dollars } from '@roadbook/domain/money/cents';
import type { ReportProblem, ReportRule } from '@roadbook/domain/wear/walk/report-problems';
import type { FieldError } from './problem.ts';

/** What would be accepted in place of a plan's answer, in plain words. `{name}` takes a fact. */
const PLAN_SENTENCES: Readonly<Record<PlanRule, string>> = {
  between: 'from {from} to {to}',
  'date-between': 'a day from {from} to {to}',
  'end-before-start': 'a day after the start, {from}',
  'residual-above-price': 'less than the price of the car, {priceCents}',
  'payments-below-cost': 'payments that reach the cost together with the residual value',
  'reading-in-future': 'a day that is not after {to}',
  'reading-before-start': 'a reading of {from} or later, when the lease began',
  'reading-below-earlier': 'at least {fromMiles} miles, as read before',
};

const REPORT_SENTENCES: Readonly<Record<ReportRule, string>> = {
  'part-unknown': 'the id of a part of this car, such as {0}',
  'part-not-on-car': 'a part that a car of this body style has, such as {0}',
  'damage-not-of-part': 'a damage that this part can have: {all}',
  'measure-not-of-damage': 'null: this damage is not measured so',
  between: 'from {0} to {1}',
  'paint-not-of-damage': 'false: there is no paint to break',
  'view-not-of-part': 'false: only the windshield is looked through',
  'finding-twice': 'an id that no other finding has',
  'date-between': 'a day from {0} to {1}',
};

/** The faults of a plan as the answer names them. */
export function planFaults(problems: readonly PlanProblem[]): FieldError[] {
  return problems.map(({ field, rule, value, accepted }) => ({
    field: field === 'leaveOn' ? 'body.leaveOn' : `body.answers.${field}`,
    value,
    rule: filled(PLAN_SENTENCES[rule], inWords(accepted)),
  }));
}

/** The faults of a walk as the answer names them. */
export function walkFaults(problems: readonly ReportProblem[]): FieldError[] {
  return problems.map(({ field, rule, value, accepted }) => ({
    field: `body.${field}`,
    value,
    rule: filled(REPORT_SENTENCES[rule], {
      ...Object.fromEntries(accepted.entries()),
      all: accepted.join(', '),
    }),
  }));
}

/** Facts under their plain names, amounts in dollars: `fromCents` 100 is `from` 1.00. */
function inWords(accepted: Readonly<Record<string, string>>): Record<string, string> {
  const words: Record<string, string> = { ...accepted };
  for (const [name, value] of Object.entries(accepted)) {
    const [, bare] = /^(from|to)(?:Cents|Ppb)$/.exec(name) ?? [];
    const shown = name.endsWith('Cents') ? dollars(BigInt(value)) : value;
    words[bare ?? name] = shown;
  }
  return words;
}

function filled(sentence: string, facts: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => facts[name] ?? '');
}

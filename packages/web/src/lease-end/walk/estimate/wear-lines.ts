import type { WearEstimate } from '@roadbook/domain/wear/charge/estimate';
import type { Breakdown, Line } from '../../../shared/amount/breakdown.ts';
import { ruleWords } from '../walk-words.ts';
import { findingName } from './finding-title.ts';

/** The total of an estimate for a screen: the domain's lines and cents, in words of people. */
export function wearBreakdown({ total, findings }: WearEstimate): Breakdown {
  const lines = total.lines.map((line): Line => {
    const { inputs } = line;
    const cents = String(line.cents);
    if (line.label === 'wear-waiver') {
      const left = inputs.leftCents === 'none' ? {} : { wearLeftCents: inputs.leftCents ?? '0' };
      return { label: 'wear-waiver', rule: 'wear-waiver-used', inputs: left, cents };
    }
    const found = findings.find(({ finding }) => finding.id === inputs.findingId);
    return {
      label: 'wear-charge',
      rule: 'wear-charge',
      cents,
      inputs: {
        wearPart: found === undefined ? '' : findingName(found.finding),
        wearRule: ruleWords(found?.rule ?? null),
        wearSource: inputs.source ?? '',
        wearEachCents: inputs.eachCents ?? '0',
        wearTimes: inputs.times ?? '1',
      },
    };
  });
  return { lines, totalCents: String(total.totalCents) };
}

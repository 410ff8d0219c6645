import type { ReactNode } from 'react';
import { t } from '../copy/copy.ts';
import { formatCents } from '../format/cents.ts';
import { type Breakdown, inputsOf, type Line, labelOf, ruleOf } from './breakdown.ts';
import { BreakdownBar, partClass } from './breakdown-bar.tsx';
import style from './breakdown-lines.module.css';

type LinesProps = {
  readonly breakdown: Breakdown;
  readonly caption: string;
  readonly withRules?: boolean;
};

/** A breakdown drawn as a bar and written as a table with its total under a rule. */
export function BreakdownLines({ breakdown, caption, withRules = false }: LinesProps): ReactNode {
  return (
    <>
      <BreakdownBar lines={breakdown.lines} />
      <table className={style.table}>
        <caption className="seen-by-readers">{t('amount.parts', { name: caption })}</caption>
        <thead className="seen-by-readers">
          <tr>
            <th scope="col">{t('amount.part')}</th>
            <th scope="col">{t('amount.amount')}</th>
          </tr>
        </thead>
        <tbody>
          {breakdown.lines.map((line, index) => (
            <tr key={`${line.label}-${index.toString()}`}>
              <th scope="row">
                <span className={style.label}>
                  <span className={`${style.dot} ${partClass(index)}`} />
                  {labelOf(line)}
                </span>
                {withRules ? <Why line={line} /> : null}
              </th>
              <td className="number">{formatCents(line.cents)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('amount.total')}</th>
            <td className="number">{formatCents(breakdown.totalCents)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}

function Why({ line }: { line: Line }): ReactNode {
  const rule = ruleOf(line);
  const inputs = inputsOf(line);
  return (
    <span className={style.why}>
      {rule === null ? null : <span>{rule}</span>}
      {inputs.length === 0 ? null : (
        <span className={style.inputs}>
          {inputs.map(({ name, value }) => (
            <span key={name} className={style.input}>
              {name} <b className="number">{value}</b>
            </span>
          ))}
        </span>
      )}
    </span>
  );
}

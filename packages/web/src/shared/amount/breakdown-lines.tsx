import type { ReactNode } from 'react';
import { t } from '../copy/copy.ts';
import { formatCents } from '../format/cents.ts';
import type { Breakdown, Line } from './breakdown.ts';
import { BreakdownBar, tintClass } from './breakdown-bar.tsx';
import style from './breakdown-lines.module.css';
import { inputsOf, labelOf, ruleOf } from './line-words.ts';

type LinesProps = {
  readonly breakdown: Breakdown;
  readonly caption: string;
  /** Says under each line by which rule and from what it was computed. */
  readonly withRules?: boolean;
  /** Stands in place of the bare total, such as an amount that opens. */
  readonly total?: ReactNode;
};

/** A breakdown drawn as a bar and written as a table with its total under a rule. */
export function BreakdownLines(props: LinesProps): ReactNode {
  const { breakdown, caption, withRules = false, total } = props;
  if (breakdown.lines.length === 0) return <p>{t('amount.nothing')}</p>;
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
        {breakdown.lines.map((line, index) => (
          <tbody key={`${line.label}-${index.toString()}`}>
            <tr>
              <th scope="row">
                <span className={style.label}>
                  <span className={`${style.dot} ${tintClass(line)}`} />
                  {labelOf(line)}
                </span>
              </th>
              <td className="number">{formatCents(line.cents)}</td>
            </tr>
            {withRules ? <Why line={line} /> : null}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row">{t('amount.total')}</th>
            <td className="number">{total ?? formatCents(breakdown.totalCents)}</td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}

function Why({ line }: { line: Line }): ReactNode {
  const rule = ruleOf(line);
  const inputs = inputsOf(line);
  if (rule === null && inputs.length === 0) return null;
  return (
    <tr className={style.why}>
      <td colSpan={2}>
        {rule === null ? null : <p>{rule}</p>}
        {inputs.length === 0 ? null : (
          <dl className={style.inputs}>
            {inputs.map(({ name, value }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd className="number">{value}</dd>
              </div>
            ))}
          </dl>
        )}
      </td>
    </tr>
  );
}

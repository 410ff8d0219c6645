import type { DoorFigure } from '@roadbook/domain/lease-end/planner/outlook';
import type { ReactNode } from 'react';
import { Amount } from '../../../shared/amount/amount.tsx';
import { asWire } from '../../../shared/amount/as-wire.ts';
import { t } from '../../../shared/copy/copy.ts';
import { aboutDollars } from '../../../shared/format/about.ts';
import { isExact } from '../../../shared/format/range.ts';
import style from './doors.module.css';
import { netLikely, netSpan } from './net-words.ts';
import { refusalSentence } from './refusal-sentence.ts';

/** The picture's figures as a table, the likely ones to the cent. */
export function DoorTable({ figures }: { figures: readonly DoorFigure[] }): ReactNode {
  return (
    <details className={style.details}>
      <summary>{t('doors.as-table')}</summary>
      <table className={style.table}>
        <caption className="seen-by-readers">{t('doors.title')}</caption>
        <thead>
          <tr>
            {['way', 'pay', 'keep', 'net'].map((column) => (
              <th key={column} scope="col">
                {t(`doors.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <Row key={figure.door} figure={figure} />
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Row({ figure }: { figure: DoorFigure }): ReactNode {
  const name = t(`door.${figure.door}`);
  if (!figure.isOpen) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={3} className={style.reason}>
          {refusalSentence(figure.refusal)}
        </td>
      </tr>
    );
  }
  const { cash, keeps, net } = figure;
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className="number">
        <Amount name={t('doors.pay-name', { door: name })} breakdown={asWire(cash)} />
      </td>
      <td className="number">
        {keeps === null ? t('doors.nothing') : aboutDollars(keeps.likelyCents)}
      </td>
      <td className="number">
        {netLikely(net)}
        {isExact(net) ? null : <span className={style.off}>{netSpan(net)}</span>}
      </td>
    </tr>
  );
}

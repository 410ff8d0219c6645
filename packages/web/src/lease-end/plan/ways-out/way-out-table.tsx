import type { WayOutFigure } from '@roadbook/domain/lease-end/planner/outlook';
import type { ReactNode } from 'react';
import { Amount } from '../../../shared/amount/amount.tsx';
import { asWire } from '../../../shared/amount/as-wire.ts';
import { t } from '../../../shared/copy/copy.ts';
import { aboutDollars } from '../../../shared/format/about.ts';
import { isExact } from '../../../shared/format/range.ts';
import { netLikely, netSpan } from './net-words.ts';
import { refusalSentence } from './refusal-sentence.ts';
import style from './ways-out.module.css';

/** The picture's figures as a table, the likely ones to the cent. */
export function WayOutTable({ figures }: { figures: readonly WayOutFigure[] }): ReactNode {
  return (
    <details className={style.details}>
      <summary>{t('ways-out.as-table')}</summary>
      <table className={style.table}>
        <caption className="seen-by-readers">{t('ways-out.title')}</caption>
        <thead>
          <tr>
            {['way', 'pay', 'keep', 'net'].map((column) => (
              <th key={column} scope="col">
                {t(`ways-out.column.${column}`)}
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

function Row({ figure }: { figure: WayOutFigure }): ReactNode {
  const name = t(`way-out.${figure.door}`);
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
        <Amount name={t('ways-out.pay-name', { door: name })} breakdown={asWire(cash)} />
      </td>
      <td className="number">
        {keeps === null ? t('ways-out.nothing') : aboutDollars(keeps.likelyCents)}
      </td>
      <td className="number">
        {netLikely(net)}
        {isExact(net) ? null : <span className={style.off}>{netSpan(net)}</span>}
      </td>
    </tr>
  );
}

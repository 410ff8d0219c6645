import type { ReactNode } from 'react';
import { Amount } from '../../../../shared/amount/amount.tsx';
import { useBrand } from '../../../../shared/brand/brand-context.ts';
import { hasCopy, t } from '../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatDate } from '../../../../shared/format/date.ts';
import {
  breakdownOf,
  type ChargedLine,
  evidenceOf,
  type GiveBack,
  leftOf,
  nameOf,
} from './bill-words.ts';
import style from './give-back.module.css';
import { Objection } from './objection.tsx';

type LineProps = {
  readonly contractId: string;
  readonly line: ChargedLine;
  readonly giveBack: GiveBack;
};

/** One line of a bill: what it is for, what it rests on, what is left, and a way to object. */
export function BilledLine({ contractId, line, giveBack }: LineProps): ReactNode {
  const name = nameOf(line);
  const { chargeCents, taxCents, decidedBy, dispute } = line;
  const evidence = evidenceOf(line, giveBack);
  const isOff = chargeCents.startsWith('-');
  return (
    <li className={style.line}>
      <p className={style.lineHead}>
        <strong>{name}</strong>
        <Amount name={name} breakdown={breakdownOf(line)} />
      </p>
      <Lowered line={line} />
      <ul className={style.facts}>
        {isOff ? <li>{t('give-back.line.off')}</li> : null}
        <li>
          {taxCents === '0'
            ? t('give-back.line.no-tax')
            : t('give-back.line.tax', {
                charge: formatCents(chargeCents),
                tax: formatCents(taxCents),
              })}
        </li>
        {evidence === null ? null : <li>{t('give-back.line.evidence', { evidence })}</li>}
        <li>{t(decidedBy === 'rule' ? 'give-back.line.by-rule' : 'give-back.line.by-person')}</li>
      </ul>
      {dispute !== null ? (
        <Disputed dispute={dispute} />
      ) : isOff || leftOf(line) <= 0n ? null : (
        <Objection contractId={contractId} line={line} name={name} />
      )}
    </li>
  );
}

/** What was taken off a line since it was billed. */
function Lowered({ line }: { line: ChargedLine }): ReactNode {
  const was = BigInt(line.chargeCents) + BigInt(line.taxCents);
  const off = was - leftOf(line);
  if (off === 0n) return null;
  const values = { was: formatCents(was.toString()), off: formatCents(off.toString()) };
  return (
    <p className={style.lineHead}>
      <span>{t('give-back.line.was', values)}</span>
      <strong className="number">{formatCents(leftOf(line).toString())}</strong>
    </p>
  );
}

/** An objection with its day, and once it is decided the outcome and why. */
function Disputed({ dispute }: { dispute: NonNullable<ChargedLine['dispute']> }): ReactNode {
  const { phone } = useBrand();
  const { raisedOn, decideBy, outcome, reason, words } = dispute;
  const on = formatDate(raisedOn);
  const why = reason === null ? null : `give-back.reason.${reason}`;
  return (
    <div className={style.disputed}>
      {outcome !== null ? (
        <p>
          <strong>{t(`give-back.object.${outcome}`, { on })}</strong>{' '}
          {why !== null && hasCopy(why) ? t(why) : null}
        </p>
      ) : (
        <p>
          <strong>
            {decideBy === null
              ? t('give-back.object.open-undated', { on })
              : t('give-back.object.open', { on, by: formatDate(decideBy) })}
          </strong>
        </p>
      )}
      {words === null ? null : <p>{t('give-back.object.yours', { words })}</p>}
      {outcome === 'stands' ? <p>{t('give-back.disagree', { phone })}</p> : null}
    </div>
  );
}

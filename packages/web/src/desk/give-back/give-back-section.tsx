import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatCents } from '../../shared/format/cents.ts';
import { formatDayShort } from '../../shared/format/date.ts';
import { formatMiles } from '../../shared/format/miles.ts';
import { Skeleton } from '../../shared/state/loaded.tsx';
import { DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { deskSessionQuery, giveBackFileQuery, giveBackQuery } from '../queries.ts';
import type { ActProps, ChargedLine, GiveBack, GiveBackFile, Params } from './answers.ts';
import { lineName } from './answers.ts';
import { IssueBill } from './bill-act.tsx';
import { DecideDispute } from './dispute-acts.tsx';
import { CreditLine, RecordRefund, RecordSale, TakeBackReceipt } from './money-acts.tsx';
import { IssueQuote, WithdrawQuote } from './quote-acts.tsx';

type May = (permission: string) => boolean;
type PartProps = ActProps & { readonly may: May };
type SectionProps = { readonly params: Params; readonly onDone: () => void };

/** How far a leased car is on its way back, and what this role can do about it. */
export function GiveBackSection({ params, onDone }: SectionProps): ReactNode {
  const shown = useQuery(giveBackQuery(params));
  const file = useQuery(giveBackFileQuery(params));
  const { data: session } = useQuery(deskSessionQuery);
  const may: May = (permission) =>
    (session?.permissions as readonly string[] | undefined)?.includes(permission) === true;
  const fault = shown.error ?? file.error;
  const props =
    shown.data === undefined || file.data === undefined
      ? null
      : { params, giveBack: shown.data, file: file.data, onDone, may };
  return (
    <section className={style.section}>
      <h2>{t('desk.give-back.title')}</h2>
      {fault === null ? null : <DeskNotice fault={fault} />}
      {props === null ? fault === null ? <Skeleton lines={4} /> : null : <Parts {...props} />}
    </section>
  );
}

function Parts({ may, ...props }: PartProps): ReactNode {
  const { giveBack, file } = props;
  const isOut = giveBack.receipt === null;
  return (
    <>
      <p>
        <b>{t(`desk.stage.${giveBack.stage}`)}</b> {receiptWords(giveBack, file)}
      </p>
      <Promises file={file} />
      {giveBack.quote === null ? null : <Quote quote={giveBack.quote} />}
      {isOut && may('price-return') ? <IssueQuote {...props} /> : null}
      {isOut && may('take-back') ? <WithdrawQuote {...props} /> : null}
      {giveBack.bills.map((bill, index) => (
        <Bill key={bill.billId} bill={bill} place={index + 1} may={may} {...props} />
      ))}
      {giveBack.bills.length === 0 ? null : <Totals giveBack={giveBack} />}
      {!isOut && may('bill-car') ? <IssueBill {...props} /> : null}
      {may('pay-refund') ? <RecordRefund {...props} /> : null}
      {may('pay-refund') ? <RecordSale {...props} /> : null}
      {may('take-back') && file.carSoldOn === null ? <TakeBackReceipt {...props} /> : null}
    </>
  );
}

function receiptWords({ receipt }: GiveBack, { carSoldOn }: GiveBackFile): string {
  if (receipt === null) return '';
  const { on, miles, hasNewDamage } = receipt;
  const figures = { day: formatDayShort(on), miles: formatMiles(miles) };
  return [
    t('desk.give-back.received', figures),
    hasNewDamage ? t('desk.give-back.new-damage') : null,
    carSoldOn === null ? null : t('desk.give-back.sold-on', { day: formatDayShort(carSoldOn) }),
  ]
    .filter((words) => words !== null)
    .join(' ');
}

function Promises({ file }: { file: GiveBackFile }): ReactNode {
  if (file.promises.length === 0) return null;
  return (
    <ul className={style.rows}>
      {file.promises.map(({ promise, lineId, promisedOn, doneOn, state }) => (
        <li key={`${promise} ${lineId} ${promisedOn}`} className={style.row}>
          <span>{t(`desk.promise.${promise}`)}</span>
          <span className={state === 'late' || state === 'broken' ? style.late : undefined}>
            {t(`desk.promise-state.${state}`, {
              day: formatDayShort(promisedOn),
              done: doneOn === null ? '' : formatDayShort(doneOn),
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Quote({ quote }: { quote: NonNullable<GiveBack['quote']> }): ReactNode {
  const { issuedOn, goodThrough, isGood, miles, toleranceMiles, lines, totalCents } = quote;
  return (
    <>
      <h3>{t('desk.give-back.quote')}</h3>
      <p>
        {t(isGood ? 'desk.give-back.quote-good' : 'desk.give-back.quote-over', {
          amount: formatCents(totalCents),
          issued: formatDayShort(issuedOn),
          day: formatDayShort(goodThrough),
          miles: formatMiles(miles),
          more: formatMiles(toleranceMiles),
        })}
      </p>
      <ul className={style.rows}>
        {lines.map((line) => (
          <li key={line.lineId} className={style.row}>
            <span>
              {lineName(line)} <span className={style.aside}>{line.evidence}</span>
            </span>
            <span className="number">{formatCents(line.chargeCents)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

type BillProps = PartProps & { bill: GiveBack['bills'][number]; place: number };

function Bill({ bill, place, ...props }: BillProps): ReactNode {
  return (
    <>
      <h3>
        {t(bill.isLast ? 'desk.give-back.last-bill' : 'desk.give-back.bill', {
          place: `${place}`,
          day: formatDayShort(bill.issuedOn),
          amount: formatCents(bill.totalCents),
        })}
      </h3>
      <ul className={style.rows}>
        {bill.lines.map((line) => (
          <li key={line.lineId}>
            <Line line={line} {...props} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Line({ line, may, ...props }: PartProps & { line: ChargedLine }): ReactNode {
  const { dispute } = line;
  const isLowered = line.leftCents !== line.chargeCents;
  const isOpen = dispute !== null && dispute.outcome === null;
  const mayCredit = may('take-back') && !isOpen && BigInt(line.leftCents) > 0n;
  return (
    <>
      <span className={style.row}>
        <span>
          {lineName(line)} <span className={style.aside}>{line.evidence}</span>
        </span>
        <span className="number">
          {isLowered
            ? t('desk.give-back.left-of', {
                left: formatCents(line.leftCents),
                charge: formatCents(line.chargeCents),
              })
            : formatCents(line.chargeCents)}
          {line.leftTaxCents === '0'
            ? null
            : ` ${t('desk.give-back.and-tax', { tax: formatCents(line.leftTaxCents) })}`}
        </span>
      </span>
      {dispute === null ? null : (
        <p>
          {dispute.outcome === null
            ? t('desk.give-back.disputed', { day: formatDayShort(dispute.raisedOn) })
            : t('desk.give-back.dispute-decided', {
                outcome: t(`desk.outcome.${dispute.outcome}`),
              })}{' '}
          {dispute.words === null ? null : <q>{dispute.words}</q>}
        </p>
      )}
      {may('decide-dispute') ? <DecideDispute line={line} {...props} /> : null}
      {mayCredit ? <CreditLine line={line} {...props} /> : null}
    </>
  );
}

function Totals({ giveBack }: { giveBack: GiveBack }): ReactNode {
  const { owedCents, disputedCents, refundCents } = giveBack;
  const rows = [
    ['owed', owedCents],
    ['in-dispute', disputedCents],
    ['to-refund', refundCents],
  ] as const;
  return (
    <dl className={style.facts}>
      {rows.map(([name, cents]) => (
        <div key={name}>
          <dt>{t(`desk.give-back.${name}`)}</dt>
          <dd className="number">{formatCents(cents)}</dd>
        </div>
      ))}
    </dl>
  );
}

import '../../../../shared/copy/contract-copy.ts';
import '../../../../shared/copy/explained-copy.ts';
import '../../../../shared/copy/payoff-copy.ts';
import { labelOf } from '../../../../shared/amount/line-words.ts';
import type { Brand } from '../../../../shared/brand/brand.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { formatDay } from '../../../../shared/format/date.ts';
import { LOCALE } from '../../../../shared/format/locale.ts';
import { formatPerDay } from '../../../../shared/format/per-day.ts';
import type { Report } from '../../../../shared/report/report.ts';
import type { Response } from '../../../../shared/wire/client.ts';

type Quote = Response<'quotePayoff'>;
type Contract = { readonly contractNumber: string; readonly car: string };

/** A saved quote as a letter: the amount for each day, what it is made of, and where money goes. */
export function payoffLetter(quote: Quote, contract: Contract, brand: Brand): Report {
  const { reference, quotedOn, from, goodThrough, days, lines, provided, perDiemMicros } = quote;
  return {
    title: t('letter.title'),
    subtitle: t('letter.subtitle', { name: brand.name, day: formatDay(quotedOn), reference }),
    language: LOCALE,
    foot: `${brand.name} · ${brand.phone} · ${brand.email} · ${reference}`,
    blocks: [
      {
        kind: 'paragraph',
        text: t('letter.for', { ...contract, number: contract.contractNumber }),
      },
      {
        kind: 'paragraph',
        text: t('letter.promise', { from: formatDay(from), through: formatDay(goodThrough) }),
      },
      {
        kind: 'table',
        caption: t('payoff.by-day'),
        head: [t('payoff.day'), t('payoff.name')],
        rows: days.map(({ on, totalCents }) => ({
          cells: [formatDay(on), formatCents(totalCents)],
        })),
      },
      { kind: 'paragraph', text: t('payoff.per-day', { amount: formatPerDay(perDiemMicros) }) },
      { kind: 'heading', text: t('letter.lines', { day: formatDay(from) }) },
      {
        kind: 'table',
        caption: t('payoff.lines'),
        head: [t('amount.part'), t('amount.amount')],
        rows: [
          ...lines.map((line) => ({ cells: [labelOf(line), formatCents(line.cents)] })),
          {
            cells: [t('amount.total'), formatCents(days[0]?.totalCents ?? '0')],
            isTotal: true,
          },
        ],
      },
      ...conditions(provided),
      { kind: 'heading', text: t('payoff.where') },
      { kind: 'paragraph', text: t('payoff.where-text', { number: contract.contractNumber }) },
      { kind: 'list', items: addressLines(brand) },
    ],
  };
}

function conditions(provided: Quote['provided']): Report['blocks'] {
  if (provided.length === 0) return [];
  const items = provided.map(({ amountCents, clearsOn }) =>
    t('payoff.provided-one', { amount: formatCents(amountCents), day: formatDay(clearsOn) }),
  );
  return [
    { kind: 'paragraph', text: t('payoff.provided') },
    { kind: 'list', items },
  ];
}

function addressLines({ addressPayoff, addressOvernight }: Brand): string[] {
  const inLine = (address: string): string => address.replaceAll('\n', ', ');
  return [
    `${t('home.mail.payoff')}: ${inLine(addressPayoff)}`,
    `${t('home.mail.overnight')}: ${inLine(addressOvernight)}`,
  ];
}

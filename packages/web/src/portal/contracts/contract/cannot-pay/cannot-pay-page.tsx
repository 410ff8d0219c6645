import '../../../../shared/copy/contract-copy.ts';
import '../../../../shared/copy/cannot-pay-copy.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { vehicleName } from '../../../../shared/contract/vehicle-name.ts';
import { t } from '../../../../shared/copy/copy.ts';
import { formatCents } from '../../../../shared/format/cents.ts';
import { PageHeading } from '../../../../shared/page/heading.tsx';
import { Loaded } from '../../../../shared/state/loaded.tsx';
import button from '../../../../shared/style/button.module.css';
import { contractQuery } from '../../../queries.ts';
import { type ContractOverview, overdueCents } from '../../next-step.ts';
import { CallBack } from './call-back.tsx';
import { choicesOf } from './cannot-pay-choices.ts';
import style from './cannot-pay-page.module.css';

/** For whoever cannot pay all that is past due: what can be done, and what it does by when. */
export function CannotPayPage(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const contract = useQuery(contractQuery(contractId));
  return (
    <div className={style.page}>
      <Link className={style.back} to="/contracts/$contractId" params={{ contractId }}>
        {contract.data === undefined ? t('pay.back') : vehicleName(contract.data)}
      </Link>
      <Loaded query={contract} lines={14}>
        {(overview) => <Choices contract={overview} />}
      </Loaded>
    </div>
  );
}

function Choices({ contract }: { contract: ContractOverview }): ReactNode {
  const { contractId } = contract;
  const words = choicesOf(contract);
  const isOpen = contract.status === 'open';
  const overdue = overdueCents(contract);
  const lead = overdue === '0' ? 'cannot.lead-nothing-late' : 'cannot.lead';
  return (
    <>
      <PageHeading>{t('cannot.title')}</PageHeading>
      <p className={style.lead}>{t(lead, { amount: formatCents(overdue) })}</p>
      {isOpen ? (
        <Choice title={t('cannot.part')} words={words.part} id="part">
          <Link
            className={button.secondary}
            to="/contracts/$contractId/pay"
            params={{ contractId }}
            search={{ choice: 'other' }}
          >
            {t('cannot.pay-part')}
          </Link>
        </Choice>
      ) : null}
      {isOpen ? (
        <Choice title={t('cannot.promise')} words={words.promise} id="promise">
          <Link
            className={button.secondary}
            to="/contracts/$contractId/pay"
            params={{ contractId }}
            search={{ choice: 'other', on: words.promiseOn }}
          >
            {t('cannot.promise-rest')}
          </Link>
        </Choice>
      ) : null}
      <Choice title={t('cannot.credit')} words={words.credit} id="credit" />
      <Choice title={t('cannot.talk')} words={[t('cannot.talk-1'), t('cannot.talk-2')]} id="talk">
        <CallBack contractId={contractId} />
      </Choice>
    </>
  );
}

type ChoiceProps = {
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly children?: ReactNode;
};

function Choice({ id, title, words, children }: ChoiceProps): ReactNode {
  return (
    <section className={style.choice} aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className={style.words}>
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {children}
    </section>
  );
}

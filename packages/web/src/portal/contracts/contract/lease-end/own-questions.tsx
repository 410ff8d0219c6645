import type { BusinessDate } from '@roadbook/domain/time/calendar';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import sectionStyle from '../../../../lease-end/plan/section.module.css';
import { t } from '../../../../shared/copy/copy.ts';
import form from '../../../../shared/form/form.module.css';
import { Loaded } from '../../../../shared/state/loaded.tsx';
import tell from '../odometer/tell-odometer.module.css';

/** What only the lessee knows of a lease of ours, and what it is asked by. */
const OWN_QUESTIONS = {
  offers: { title: 'ask.offers.title', hint: 'ask.offers.hint' },
  car: { title: 'ask.car.title', hint: 'ask.car.hint' },
  service: { title: 'ask.service.title', hint: 'ask.service.hint' },
} as const;
type OwnQuestion = keyof typeof OWN_QUESTIONS;
const IDS = Object.keys(OWN_QUESTIONS) as OwnQuestion[];

/** The questions that the contract leaves open, each folded until it is wanted. */
export function OwnQuestions({ today }: { today: BusinessDate }): ReactNode {
  return (
    <section className={sectionStyle.section} aria-labelledby="tell">
      <h2 id="tell">{t('own-ask.title')}</h2>
      <div>
        <p>{t('own-ask.lead')}</p>
        {IDS.map((id) => (
          <Asked key={id} id={id} today={today} />
        ))}
      </div>
    </section>
  );
}

const formQuery = queryOptions({
  queryKey: ['part', 'own-question-form'],
  queryFn: () => import('./own-question-form.tsx'),
  staleTime: Number.POSITIVE_INFINITY,
  structuralSharing: false,
});

/** The fields come with the first question that is unfolded. */
function Asked({ id, today }: { id: OwnQuestion; today: BusinessDate }): ReactNode {
  const [isOpened, setOpened] = useState(false);
  const fields = useQuery({ ...formQuery, enabled: isOpened });
  const { title, hint } = OWN_QUESTIONS[id];
  return (
    <details
      className={tell.details}
      id={`tell-${id}`}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary>{t(title)}</summary>
      <p className={form.hint}>{t(hint)}</p>
      {isOpened ? (
        <Loaded query={fields} lines={6}>
          {({ OwnQuestionForm }) => <OwnQuestionForm id={id} today={today} />}
        </Loaded>
      ) : null}
    </details>
  );
}

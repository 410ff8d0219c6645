import { HOLD_KINDS, type HoldKind } from '@roadbook/domain/contract/hold';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatDayShort } from '../../shared/format/date.ts';
import { ActForm, Ask, Choose, typed } from '../frame/act-form.tsx';
import { useMoment } from '../frame/moment.ts';
import style from '../frame/parts.module.css';
import { deskSessionQuery } from '../queries.ts';
import { type Asked, ask } from '../wire/desk-client.ts';

type Params = { readonly personId: string; readonly contractId: string };
type Booking = Asked<'bookCallBack'>['body'];

const SUBJECTS = ['other-due-date', 'payment-relief', 'credit-reporting', 'something-else'];
const PARTS_OF_DAY = ['any', 'morning', 'afternoon', 'evening'];

/** What can be done about a contract, as far as the role allows. */
export function ContractActs({
  params,
  holds,
  onDone,
}: {
  params: Params;
  holds: readonly string[];
  onDone: () => void;
}): ReactNode {
  const { data } = useQuery(deskSessionQuery);
  const may = (permission: string): boolean =>
    (data?.permissions as readonly string[] | undefined)?.includes(permission) === true;
  return (
    <section className={style.section}>
      <h2>{t('desk.acts')}</h2>
      {may('book-call-back') ? <BookCall params={params} today={data?.today ?? ''} /> : null}
      {may('place-hold') ? <PlaceHold params={params} onDone={onDone} /> : null}
      {may('lift-hold')
        ? holds.map((kind) => (
            <LiftHold key={kind} params={params} kind={kind as HoldKind} onDone={onDone} />
          ))
        : null}
      {may('start-recovery') ? <StartRecovery params={params} /> : null}
      {may('start-recovery') ? <ConfirmCall params={params} /> : null}
    </section>
  );
}

function BookCall({ params, today }: { params: Params; today: string }): ReactNode {
  const book = async (answers: FormData): Promise<string> => {
    const body: Booking = {
      about: String(answers.get('about')) as Booking['about'],
      partOfDay: String(answers.get('partOfDay')) as Booking['partOfDay'],
      phone: typed(answers, 'phone') ?? '',
      note: typed(answers, 'note'),
      promisedOn: typed(answers, 'promisedOn') ?? today,
    };
    const booked = await ask('bookCallBack', { params, body, key: crypto.randomUUID() });
    const day = formatDayShort(booked.promisedOn);
    return t('desk.call.booked', { day, reference: booked.reference });
  };
  return (
    <ActForm name={t('desk.call.book')} act={t('desk.call.book')} onSubmit={book}>
      <Choose name="about" label={t('desk.call.about')} options={named('desk.about', SUBJECTS)} />
      <Ask name="phone" label={t('desk.call.phone')} type="tel" />
      <Ask name="promisedOn" label={t('desk.call.day')} type="date" value={today} />
      <Choose
        name="partOfDay"
        label={t('desk.call.part')}
        options={named('desk.part', PARTS_OF_DAY)}
      />
      <Ask name="note" label={t('desk.call.note')} isOptional />
    </ActForm>
  );
}

function PlaceHold({ params, onDone }: { params: Params; onDone: () => void }): ReactNode {
  const place = async (answers: FormData): Promise<string> => {
    const kind = String(answers.get('kind')) as HoldKind;
    const body = {
      kind,
      evidence: typed(answers, 'evidence') ?? '',
      until: typed(answers, 'until'),
    };
    await ask('placeContractHold', { params, body, key: crypto.randomUUID() });
    onDone();
    return t('desk.hold.placed', { hold: t(`desk.hold.${kind}`) });
  };
  return (
    <ActForm name={t('desk.hold.place')} act={t('desk.hold.place')} onSubmit={place}>
      <Choose name="kind" label={t('desk.hold.kind')} options={named('desk.hold', HOLD_KINDS)} />
      <Ask name="evidence" label={t('desk.hold.evidence')} hint={t('desk.hold.evidence-hint')} />
      <Ask name="until" label={t('desk.hold.until')} type="date" isOptional />
    </ActForm>
  );
}

type LiftProps = { params: Params; kind: HoldKind; onDone: () => void };

function LiftHold({ params, kind, onDone }: LiftProps): ReactNode {
  const hold = t(`desk.hold.${kind}`);
  const lift = async (answers: FormData): Promise<string> => {
    const body = { note: typed(answers, 'note') ?? '' };
    await ask('liftContractHold', { params: { ...params, kind }, body, key: crypto.randomUUID() });
    onDone();
    return t('desk.hold.lifted', { hold });
  };
  return (
    <ActForm name={t('desk.hold.lift', { hold })} act={t('desk.hold.lift-act')} onSubmit={lift}>
      <Ask name="note" label={t('desk.why')} />
    </ActForm>
  );
}

function StartRecovery({ params }: { params: Params }): ReactNode {
  const start = async (answers: FormData): Promise<string> => {
    const body = { note: typed(answers, 'note') ?? '' };
    const { expiresOn } = await ask('startRecovery', { params, body });
    return t('desk.recovery.started', { day: formatDayShort(expiresOn) });
  };
  return (
    <ActForm name={t('desk.recovery.start')} act={t('desk.recovery.start')} onSubmit={start}>
      <p>{t('desk.recovery.what')}</p>
      <Ask name="note" label={t('desk.why')} />
    </ActForm>
  );
}

function ConfirmCall({ params }: { params: Params }): ReactNode {
  const moment = useMoment();
  const confirm = async (answers: FormData): Promise<string> => {
    const body = { code: typed(answers, 'code') ?? '', note: typed(answers, 'note') ?? '' };
    const { waitUntil } = await ask('confirmRecoveryCall', { params, body });
    return t('desk.recovery.call-done', { at: moment(waitUntil) });
  };
  return (
    <ActForm name={t('desk.recovery.call')} act={t('desk.recovery.call')} onSubmit={confirm}>
      <p>{t('desk.recovery.call-what')}</p>
      <Ask name="code" label={t('desk.recovery.call-code')} />
      <Ask name="note" label={t('desk.why')} />
    </ActForm>
  );
}

function named(prefix: string, values: readonly string[]) {
  return values.map((value) => ({ value, label: t(`${prefix}.${value}`) }));
}

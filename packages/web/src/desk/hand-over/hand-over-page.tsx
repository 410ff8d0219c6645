import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatDay } from '../../shared/format/date.ts';
import { PageHeading } from '../../shared/page/heading.tsx';
import button from '../../shared/style/button.module.css';
import { Ask, typed } from '../frame/act-form.tsx';
import { DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { ask } from '../wire/desk-client.ts';
import { HandOverForm } from './hand-over-form.tsx';
import { HandOverReceipt } from './hand-over-receipt.tsx';
import type { Car, Taken } from './received-car.ts';

/** Takes a leased car back on the lot: its VIN, what it shows, both signatures, the receipt. */
export function HandOverPage(): ReactNode {
  const [car, setCar] = useState<Car | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const again = (): void => {
    setCar(null);
    setTaken(null);
  };
  return (
    <>
      <PageHeading>{t('desk.hand-over.title')}</PageHeading>
      {car === null ? <FindCar onFound={setCar} /> : null}
      {car === null || taken !== null ? null : (
        <FoundCar car={car} onTaken={setTaken} onOther={again} />
      )}
      {car === null || taken === null ? null : (
        <HandOverReceipt car={car} taken={taken} onNext={again} />
      )}
    </>
  );
}

function FindCar({ onFound }: { onFound: (car: Car) => void }): ReactNode {
  const [fault, setFault] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const find = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const vin = typed(new FormData(event.currentTarget), 'vin') ?? '';
    setBusy(true);
    setFault(null);
    await ask('findCarToReceive', { body: { vin } }).then(onFound, setFault);
    setBusy(false);
  };
  return (
    <>
      <p className={style.lead}>{t('desk.hand-over.lead')}</p>
      {fault === null ? null : <DeskNotice fault={fault} />}
      <form className={style.actForm} onSubmit={(event) => void find(event)}>
        <Ask name="vin" label={t('desk.hand-over.vin')} hint={t('desk.hand-over.vin-hint')} />
        <button className={button.primary} type="submit" disabled={isBusy}>
          {t('desk.hand-over.find')}
        </button>
      </form>
    </>
  );
}

type FoundProps = {
  readonly car: Car;
  readonly onTaken: (taken: Taken) => void;
  readonly onOther: () => void;
};

function FoundCar({ car, onTaken, onOther }: FoundProps): ReactNode {
  const { modelYear, make, model, vin, firstDay, receivedOn, today, hasQuote } = car;
  const name = [modelYear, make, model].filter((part) => part !== null).join(' ');
  const isOpen = receivedOn === null && firstDay !== null && firstDay <= today;
  return (
    <section className={style.section} aria-labelledby="car">
      <h2 id="car">{name === '' ? t('desk.appointments.car-unknown') : name}</h2>
      <p className="number">{vin}</p>
      {receivedOn === null ? null : (
        <p>
          {t('desk.hand-over.is-back', { day: formatDay(receivedOn) })}{' '}
          <a
            href={`/api/v1/desk/cars/${car.contractId}/return-form.html`}
            target="_blank"
            rel="noreferrer"
          >
            {t('desk.hand-over.print')}
          </a>
        </p>
      )}
      {receivedOn !== null || firstDay !== null ? null : <p>{t('desk.hand-over.ended')}</p>}
      {firstDay === null || firstDay <= today ? null : (
        <p>{t('desk.hand-over.too-early', { day: formatDay(firstDay) })}</p>
      )}
      {isOpen ? (
        <>
          <p>{t(hasQuote ? 'desk.hand-over.quoted' : 'desk.hand-over.not-quoted')}</p>
          <HandOverForm car={car} onTaken={onTaken} />
        </>
      ) : null}
      <button type="button" className={button.quiet} onClick={onOther}>
        {t('desk.hand-over.other-car')}
      </button>
    </section>
  );
}

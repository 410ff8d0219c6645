import { READING_REASONS } from '@roadbook/domain/contract/reading';
import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { formatCents } from '../../shared/format/cents.ts';
import button from '../../shared/style/button.module.css';
import { mayRetry } from '../../shared/wire/problem-error.ts';
import { Ask, Choose, typed } from '../frame/act-form.tsx';
import { atField, FieldFault, FieldFaultContext, type FieldOfCode } from '../frame/field-fault.tsx';
import { DeskNotice } from '../frame/notice.tsx';
import style from '../frame/parts.module.css';
import { type Asked, ask, type Said } from '../wire/desk-client.ts';
import type { Car, Taken } from './received-car.ts';

type Body = Asked<'previewCarReceipt'>['body'];
type Shown = {
  readonly body: Body;
  readonly said: Said<'previewCarReceipt'>;
  readonly key: string;
};

/** Which field a refusal is about. */
const FIELDS: FieldOfCode = {
  'reading-impossible': 'miles',
  'reading-contradicts': 'miles',
  'reading-below-delivery': 'miles',
  'reading-far-ahead': 'miles',
  'reading-known': 'miles',
  'hand-over-in-future': 'on',
  'hand-over-too-early': 'on',
  'hand-over-before-lease': 'on',
};
const NAMES = ['miles', 'on', 'keys', 'remarks', 'givenBy', 'receivedBy'];
const YES_NO = ['no', 'yes'] as const;

type FormProps = { readonly car: Car; readonly onTaken: (taken: Taken) => void };

/** What the car shows, then what it comes to, then both names. What was typed stays. */
export function HandOverForm({ car, onTaken }: FormProps): ReactNode {
  const [shown, setShown] = useState<Shown | null>(null);
  const [fault, setFault] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const own = atField(fault, FIELDS, NAMES);
  const look = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    const answers = new FormData(event.currentTarget);
    setBusy(true);
    setFault(null);
    try {
      const body = bodyOf(car, answers);
      const { contractId } = car;
      const said = await ask('previewCarReceipt', { params: { contractId }, body });
      setShown({ body, said, key: crypto.randomUUID() });
    } catch (found) {
      setFault(found);
    }
    setBusy(false);
  };
  const sign = async ({ body, key }: Shown): Promise<void> => {
    setBusy(true);
    setFault(null);
    const { contractId } = car;
    const signed = { ...body, customerSigns: true, dealerSigns: true } as const;
    await ask('recordCarReceipt', { params: { contractId }, body: signed, key }).then(
      (receipt) => onTaken({ ...receipt, miles: body.miles }),
      (found: unknown) => {
        setFault(found);
        // Without an answer the car may be taken: the same key finds the same receipt.
        if (!mayRetry(found)) setShown(null);
      },
    );
    setBusy(false);
  };
  return (
    <>
      {fault === null || own !== null ? null : <DeskNotice fault={fault} />}
      <FieldFaultContext value={own}>
        <form
          className={style.actForm}
          onSubmit={(event) => void look(event)}
          hidden={shown !== null}
        >
          <Questions car={car} />
          <button className={button.primary} type="submit" disabled={isBusy}>
            {t('desk.hand-over.look')}
          </button>
        </form>
      </FieldFaultContext>
      {shown === null ? null : (
        <Signing
          key={shown.key}
          shown={shown}
          isBusy={isBusy}
          onSign={() => void sign(shown)}
          onChange={() => setShown(null)}
        />
      )}
    </>
  );
}

function Questions({ car }: { car: Car }): ReactNode {
  const yesNo = YES_NO.map((value) => ({ value, label: t(`desk.${value}`) }));
  const reasons = [
    { value: '', label: t('desk.hand-over.reason.none') },
    ...READING_REASONS.map((value) => ({ value, label: t(`desk.hand-over.reason.${value}`) })),
  ];
  return (
    <>
      <Ask name="on" type="date" label={t('desk.hand-over.on')} value={car.today} />
      <Ask
        name="miles"
        label={t('desk.hand-over.miles')}
        hint={t('desk.hand-over.miles-hint')}
        isNumber
      />
      <Choose name="milesReason" label={t('desk.hand-over.reason')} options={reasons} />
      <Ask name="keys" label={t('desk.hand-over.keys')} value="2" isNumber />
      <Choose name="hasManual" label={t('desk.hand-over.manual')} options={yesNo} />
      <Choose name="hasEquipment" label={t('desk.hand-over.equipment')} options={yesNo} />
      <Choose name="hasNewDamage" label={t('desk.hand-over.new-damage')} options={yesNo} />
      <Ask name="remarks" label={t('desk.hand-over.remarks')} isOptional />
      <Ask name="givenBy" label={t('desk.hand-over.given-by')} />
      <Ask name="receivedBy" label={t('desk.hand-over.received-by')} />
    </>
  );
}

type SigningProps = {
  readonly shown: Shown;
  readonly isBusy: boolean;
  readonly onSign: () => void;
  readonly onChange: () => void;
};

/** What both are about to sign, in sentences; the boxes are theirs to check. */
function Signing({ shown, isBusy, onSign, onChange }: SigningProps): ReactNode {
  const [signed, setSigned] = useState({ customer: false, dealer: false });
  const { body, said } = shown;
  const miles = body.miles.toLocaleString('en-US');
  return (
    <div className={style.actForm}>
      <p>
        <b>{t('desk.hand-over.owed', { amount: formatCents(said.owedCents) })}</b>
      </p>
      <p>{t(said.isQuoted ? 'desk.hand-over.owed-quoted' : 'desk.hand-over.owed-later')}</p>
      <p>{t('desk.hand-over.stops')}</p>
      <p>{t('desk.hand-over.law')}</p>
      <label>
        <input
          type="checkbox"
          checked={signed.customer}
          onChange={({ target }) => setSigned({ ...signed, customer: target.checked })}
        />{' '}
        {t(said.isNotActual ? 'desk.hand-over.sign-not-actual' : 'desk.hand-over.sign-actual', {
          name: body.givenBy,
          miles,
        })}
      </label>
      <label>
        <input
          type="checkbox"
          checked={signed.dealer}
          onChange={({ target }) => setSigned({ ...signed, dealer: target.checked })}
        />{' '}
        {t('desk.hand-over.sign-dealer', { name: body.receivedBy })}
      </label>
      <span className={style.acts}>
        <button
          type="button"
          className={button.primary}
          disabled={isBusy || !signed.customer || !signed.dealer}
          onClick={onSign}
        >
          {t('desk.hand-over.take')}
        </button>
        <button type="button" className={button.quiet} disabled={isBusy} onClick={onChange}>
          {t('desk.change')}
        </button>
      </span>
    </div>
  );
}

function bodyOf({ vin }: Car, answers: FormData): Body {
  const whole = (name: string, most: number): number => {
    const digits = (typed(answers, name) ?? '').replaceAll(',', '');
    if (/^\d{1,6}$/.test(digits) && Number(digits) <= most) return Number(digits);
    throw new FieldFault(name, t(`desk.hand-over.${name}-wrong`));
  };
  const is = (name: string): boolean => answers.get(name) === 'yes';
  return {
    vin,
    on: typed(answers, 'on') ?? '',
    miles: whole('miles', 999_999),
    milesReason: READING_REASONS.find((each) => each === answers.get('milesReason')) ?? null,
    keys: whole('keys', 9),
    hasManual: is('hasManual'),
    hasEquipment: is('hasEquipment'),
    hasNewDamage: is('hasNewDamage'),
    remarks: typed(answers, 'remarks'),
    givenBy: typed(answers, 'givenBy') ?? '',
    receivedBy: typed(answers, 'receivedBy') ?? '',
  };
}

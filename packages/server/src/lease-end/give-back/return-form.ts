import { say } from '../../letters/copy.ts';
import { escapeHtml } from '../../platform/escape-html.ts';
import { plainPage } from '../../platform/plain-page.ts';

/** What both people on the lot say of a car, and who they are. */
export type ReturnForm = {
  /** What both can name the receipt by; no two forms are the same. */
  readonly reference: string;
  readonly lender: string;
  readonly lenderAddress: string;
  readonly contractNumber: string;
  readonly vin: string;
  readonly car: string;
  readonly on: string;
  readonly at: string;
  readonly miles: string;
  readonly isNotActual: boolean;
  readonly keys: string;
  readonly hasManual: boolean;
  readonly hasEquipment: boolean;
  readonly hasNewDamage: boolean;
  readonly remarks: string | null;
  readonly givenBy: string;
  readonly receivedBy: string;
};

const words = (key: string, values?: Readonly<Record<string, string>>): string =>
  escapeHtml(say('en', `form.${key}`, values));

/**
 * The Lease-End Return form with the lessee's odometer statement (49 CFR 580.7): the reading
 * without tenths, to the best of the lessee's knowledge, actual or not, with the warning of the
 * law. Its bytes are what both sign; it has no script and is whole without any style.
 */
export function returnForm(form: ReturnForm): string {
  const yes = (is: boolean): string => words(is ? 'yes' : 'no');
  const rows: readonly (readonly [string, string])[] = [
    ['reference', escapeHtml(form.reference)],
    ['lender', escapeHtml(`${form.lender}, ${form.lenderAddress}`)],
    ['contract', escapeHtml(form.contractNumber)],
    ['car', escapeHtml(form.car)],
    ['vin', escapeHtml(form.vin)],
    ['on', escapeHtml(form.on)],
    ['miles', escapeHtml(form.miles)],
    ['keys', escapeHtml(form.keys)],
    ['manual', yes(form.hasManual)],
    ['equipment', yes(form.hasEquipment)],
    ['new-damage', yes(form.hasNewDamage)],
    ['remarks', escapeHtml(form.remarks ?? say('en', 'form.none'))],
  ];
  const values = { miles: form.miles, name: form.givenBy, lender: form.lender, on: form.on };
  return plainPage(
    words('title'),
    `<dl>${rows.map(([name, value]) => `<dt>${words(name)}</dt><dd>${value}</dd>`).join('\n')}</dl>
<h2>${words('odometer.title')}</h2>
<p>${words('odometer.law')}</p>
<p>${words('odometer.says', values)}</p>
<p>${words(form.isNotActual ? 'odometer.not-actual' : 'odometer.actual')}</p>
<h2>${words('stops.title')}</h2>
<p>${words('stops.text', values)}</p>
<h2>${words('signed.title')}</h2>
<p>${words('signed.customer', values)}</p>
<p>${words('signed.dealer', { name: form.receivedBy })}</p>
<p>${words('signed.at', { at: form.at })}</p>`,
  );
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LARKSPUR } from './larkspur/larkspur.ts';
import { lenderText, loadLender } from './load-lender.ts';

type Json = { [key: string]: Json } | Json[] | string | number | boolean | null;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'roadbook-lender-'));
});
afterAll(() => rm(folder, { recursive: true }));

const written = async (text: string): Promise<string> => {
  const path = join(folder, 'lender.json');
  await writeFile(path, text);
  return path;
};

/** The demonstration lender as a file, with one value changed; undefined takes it out. */
const changed = (path: string, value: Json | undefined): string => {
  const lender = JSON.parse(lenderText(LARKSPUR)) as { [key: string]: Json };
  const names = path.split('.');
  const last = names.pop() ?? '';
  let at = lender;
  for (const name of names) at = at[name] as { [key: string]: Json };
  if (value === undefined) delete at[last];
  else at[last] = value;
  return JSON.stringify(lender);
};

describe('a lender file', () => {
  test('is left out for the demonstration', async () => {
    expect(await loadLender(undefined)).toBe(LARKSPUR);
  });

  test('without a part about opening accounts asks for no terms', async () => {
    const { registration } = await loadLender(await written(changed('registration', undefined)));
    expect(registration).toEqual({ ssn: 'last-four', terms: [] });
    const own = { version: 'a', effectiveFrom: '2026-02-30', paragraphs: [] };
    const file = await written(changed('registration', { ssn: 'full', terms: [own] }));
    await expect(loadLender(file)).rejects.toThrow(/registration.terms.0.effectiveFrom/);
  });

  test('of a lender of its own never brings the demonstration’s guides and prices', async () => {
    const { wear } = await loadLender(await written(lenderText(LARKSPUR)));
    expect(wear.guides).toEqual([]);
    expect(wear.charges).toEqual([]);
  });

  test.each([
    [undefined, false],
    [{ compareReports: false }, false],
    [{ compareReports: true }, true],
  ])('lets walks be compared only where it says so: wear = %j is %s', async (wear, expected) => {
    const lender = await loadLender(await written(changed('wear', wear)));
    expect(lender.wear.compareReports).toBe(expected);
  });

  test('says everything that the demonstration lender says', async () => {
    const wear = { guides: [], charges: [], compareReports: true };
    expect(await loadLender(await written(lenderText(LARKSPUR)))).toEqual({ ...LARKSPUR, wear });
  });

  test('may state what boarding assumes and checks; another act is refused', async () => {
    const fit = await loadLender(await written(changed('boarding.checks.rateFitPerMille', 50)));
    expect(fit.boarding.checks).toEqual({ ...LARKSPUR.boarding.checks, rateFitPerMille: 50 });
    const timing = await loadLender(await written(changed('boarding.leaseTiming', 'arrears')));
    expect(timing.boarding.leaseTiming).toBe('arrears');
    const wrong = changed('boarding.checks.acts.rate-changes', 'ignore');
    await expect(loadLender(await written(wrong))).rejects.toThrow('boarding.checks.acts');
  });

  test('may say how far ahead a payment is promised and when it is reported as late', async () => {
    const own = await loadLender(
      await written(changed('loanPolicy.customerLimits', { promiseDays: 45 })),
    );
    expect(own.loanPolicy.customerLimits).toEqual({
      debitCents: 10_000_000n,
      promises: 20,
      promiseDays: 45,
    });
    const later = await loadLender(await written(changed('loanPolicy.reportedLateDays', 60)));
    expect(later.loanPolicy.reportedLateDays).toBe(60);
    const silent = await loadLender(
      await written(changed('loanPolicy.reportedLateDays', undefined)),
    );
    expect(silent.loanPolicy.reportedLateDays).toBe(30);
  });

  test('may have no late fee, no highest fee and no charge-off', async () => {
    const text = changed('loanPolicy.lateFee', null);
    expect((await loadLender(await written(text))).loanPolicy.lateFee).toBeNull();
    const flat = changed('loanPolicy.lateFee.maximumCents', null);
    const { loanPolicy } = await loadLender(await written(flat));
    expect(loanPolicy.lateFee?.maximumCents).toBeNull();
  });

  test.each<[string, Json | undefined, string]>([
    ['brand.name', '', 'brand.name: at least 1 characters'],
    ['brand.email', 'us', 'brand.email: an email address'],
    ['brand.accent.light', 'blue', 'brand.accent.light: a colour such as #1f5c8b'],
    ['brand.accent.dark', '#fff;}body{}', 'brand.accent.dark: a colour such as #1f5c8b'],
    [
      'brand.accent.light',
      '#ffcc00',
      'brand.accent.light: contrast of 4.5 to 1 on light pages, so that text in it can be ' +
        'read; this has 1.3. The nearest that works is #826800',
    ],
    [
      'brand.phone.hours.timeZone',
      'Chicago',
      'brand.phone.hours.timeZone: a time zone such as America/Chicago',
    ],
    [
      'brand.phone.hours.open.0.days.0',
      'Mon',
      'brand.phone.hours.open.0.days.0: one of monday, tuesday, wednesday, thursday, friday, ' +
        'saturday, sunday',
    ],
    ['brand.phone.hours.open.0.to', '07:00', 'brand.phone.hours.open.0: from is earlier than to'],
    [
      'brand.logo',
      'logo.png',
      'brand.logo: an SVG or PNG of at most 64 KiB as data:image/png;base64,…',
    ],
    ['brand.timeZone', 'Chicago', 'brand.timeZone: a time zone such as America/Chicago'],
    ['cutOff', '24:00', 'cutOff: a time such as 20:00'],
    ['cutOff', '8pm', 'cutOff: a time such as 20:00'],
    ['loanPolicy.graceDays', -1, 'loanPolicy.graceDays: at least 0'],
    ['loanPolicy.graceDays', 10.5, 'loanPolicy.graceDays: a whole number'],
    ['loanPolicy.lateFee.ratePpb', 0.05, 'loanPolicy.lateFee.ratePpb: text, in quotation marks'],
    [
      'loanPolicy.lateFee.maximumCents',
      '25.00',
      'loanPolicy.lateFee.maximumCents: whole cents or parts per billion as digits',
    ],
    [
      'loanPolicy.waterfall',
      ['late-fees', 'due-principal', 'other-fees', 'principal'],
      'loanPolicy.waterfall: late fees may not precede due installments',
    ],
    ['leasePolicy', undefined, 'leasePolicy: an object with named fields; it is missing'],
    ['boarding.dueDay', 32, 'boarding.dueDay: at most 31'],
    ['boarding.dueDate', 15, 'boarding.dueDate: no such field is read here; leave it out'],
    ['leaseEnd.policies', [], 'leaseEnd.policies: at least 1 items'],
    ['leaseEnd.policies.0.windows.opens', -1, 'leaseEnd.policies.0.windows.opens: at least 0'],
    [
      'leaseEnd.policies.0.extension.maxMonths',
      7,
      'leaseEnd.policies.0.extension.maxMonths: at most 6',
    ],
    [
      'leaseEnd.policies.1.effectiveFrom',
      '2024-01-01',
      'leaseEnd.policies: each policy begins on a day of its own',
    ],
    [
      'leaseEnd.policies.0.offers.0.until',
      '2023-12-31',
      'leaseEnd.policies.0.offers.0: until is not before from',
    ],
    [
      'leaseEnd.policies.0.miles.boughtMileCents',
      15,
      'leaseEnd.policies.0.miles.boughtMileCents: text, in quotation marks',
    ],
    ['leaseEnd.guideId', 'My guide', 'leaseEnd.guideId: a code such as larkspur-demo'],
    ['greeting', 'Hello', 'greeting: no such field is read here; leave it out'],
  ])('with %s = %j is refused by field, value and rule', async (path, value, fault) => {
    const file = await written(changed(path, value));
    const shown = value === undefined ? '' : ` = ${JSON.stringify(value)}`;
    const expected = fault.startsWith(`${path}:`) ? fault.replace(path, path + shown) : fault;
    await expect(loadLender(file)).rejects.toThrow(
      `The lender file ${file} has mistakes:\n  ${expected}\nCorrect it, then start again.`,
    );
  });

  test('that is no JSON, or not there, is refused with what to do', async () => {
    const broken = await written('{');
    await expect(loadLender(broken)).rejects.toThrow('is not JSON. Correct it');
    const none = join(folder, 'none.json');
    await expect(loadLender(none)).rejects.toThrow('cannot be read. Name a file');
  });
});

import type { ServicingPolicy } from '@roadbook/domain/contract/servicing-policy';
import { date } from '@roadbook/domain/time/calendar';
import { DEFAULT_CHECKS } from '../boarding-checks.ts';
import type { Lender } from '../lender.ts';
import { LARKSPUR_LEASE_END } from './larkspur-lease-end.ts';
import { DEMO_CHARGE_TABLES } from './wear-charges.ts';
import { DEMO_GUIDES } from './wear-guides.ts';

const policy: ServicingPolicy = {
  graceDays: 10,
  lateFee: {
    base: 'unpaid-part',
    withTax: false,
    ratePpb: 50_000_000n,
    flatCents: 0n,
    minimumCents: 0n,
    maximumCents: 2_500n,
  },
  toleranceCents: 500n,
  tolerancePpb: 10_000_000n,
  smallBalanceCents: 500n,
  quoteDays: 10,
  quoteMailDays: 5,
  clearingDays: {
    'bank-debit': 10,
    card: 10,
    check: 10,
    lockbox: 10,
    wire: 0,
    'cash-network': 0,
    integrator: 0,
  },
  refundDays: 30,
  chargeOffDays: 120,
  waterfall: ['due-principal', 'other-fees', 'late-fees', 'principal'],
  customerLimits: { debitCents: 10_000_000n, promises: 20, promiseDays: 90 },
  reportedLateDays: 30,
  relief: { dueDayMoveDays: 16, extensionMonthsPerYear: 2, extensionMonthsInAll: 6 },
};

/** Larkspur Motor Finance: the fictional lender of the demonstration. */
export const LARKSPUR: Lender = {
  brand: {
    name: 'Larkspur Motor Finance',
    shortName: 'Larkspur',
    accent: { light: '#1f5c8b', dark: '#8cc4ee' },
    logo: null,
    phone: {
      number: '(555) 555-0142',
      hours: {
        timeZone: 'America/Chicago',
        open: [
          {
            days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
            from: '08:00',
            to: '20:00',
          },
        ],
      },
    },
    email: 'care@larkspur.example',
    addresses: {
      regular: ['Larkspur Motor Finance', 'PO Box 4100', 'Anytown, IL 60000'],
      overnight: [
        'Larkspur Motor Finance',
        'Attn: Payments',
        '41 Example Street',
        'Anytown, IL 60000',
      ],
      payoff: ['Larkspur Motor Finance', 'Attn: Payoffs', '41 Example Street', 'Anytown, IL 60000'],
    },
    legal: 'Larkspur Motor Finance is a fictional lender. No real account is serviced here.',
    timeZone: 'America/Chicago',
  },
  cutOff: '20:00',
  loanPolicy: policy,
  leasePolicy: policy,
  boarding: {
    dueDay: 15,
    deliveryOdometer: 10,
    allowanceMilesPerYear: 12_000,
    excessMileCents: 20n,
    tax: { method: 'none', jurisdiction: 'none', ratePpb: 0n, taxable: [] },
    endFees: {
      dispositionCents: 40_000n,
      purchaseOptionCents: 30_000n,
      earlyTerminationCents: 20_000n,
    },
    checks: DEFAULT_CHECKS,
  },
  leaseEnd: LARKSPUR_LEASE_END,
  wear: { guides: DEMO_GUIDES, charges: DEMO_CHARGE_TABLES, compareReports: true },
  registration: {
    ssn: 'last-four',
    terms: [
      {
        version: '2026-01',
        effectiveFrom: date('2026-01-01'),
        paragraphs: [
          'Larkspur Motor Finance is a fictional lender. These terms show where yours would stand.',
          'You use this account to see and pay your own contracts. What your contract says stays ' +
            'as it is: nothing here changes it.',
          'Keep your password and your passkeys to yourself. If somebody else may have used your ' +
            'account, tell us at once: every letter about your account says how.',
          'Letters about your contract come to the email that you confirm here. You can call us ' +
            'if you want them on paper.',
          'You may close the account at any time by calling us. Your contract goes on without it.',
        ],
      },
    ],
  },
  staffGroups: [
    { group: 'desk-supervisors', role: 'supervisor' },
    { group: 'desk-agents', role: 'agent' },
    { group: 'desk-operations', role: 'operations' },
    { group: 'desk-auditors', role: 'auditor' },
  ],
};

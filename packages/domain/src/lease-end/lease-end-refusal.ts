/** Why a way out is closed on a day. The catalogue gives each its sentence and its next step. */
export const LEASE_END_REFUSALS = [
  'date-before-today',
  'lease-matured',
  'buyer-not-allowed',
  'value-unknown',
  'extension-not-after-maturity',
  'extension-limit',
  'no-offer-on-that-day',
] as const;

export type LeaseEndRefusalCode = (typeof LEASE_END_REFUSALS)[number];

/** A way out that is closed: the code, and the facts its sentence needs, as text. */
export type LeaseEndRefusal = {
  readonly outcome: 'refused';
  readonly code: LeaseEndRefusalCode;
  readonly facts: Readonly<Record<string, string>>;
};

export function closed(
  code: LeaseEndRefusalCode,
  facts: Readonly<Record<string, string>> = {},
): LeaseEndRefusal {
  return { outcome: 'refused', code, facts };
}

export function isRefused<T extends object>(given: T | LeaseEndRefusal): given is LeaseEndRefusal {
  return 'outcome' in given && given.outcome === 'refused';
}

import { regionOf } from './maker.ts';
import { bareVin, checkDigitOf, isVin, parseVin, type Vin } from './vin.ts';

/**
 * A VIN of any market, as it is written on paper; null for what is none. Only numbers that North
 * America gave out must have the right check digit (49 CFR 565.15): elsewhere the ninth character
 * may be anything (ISO 3779).
 */
export function readAnyVin(text: string): string | null {
  const parsed = parseVin(text);
  if (isVin(parsed)) return parsed;
  return parsed === 'check-digit' && !needsCheckDigit(text) ? bareVin(text) : null;
}

/** Whether the check digit of a VIN has to be right. */
export function needsCheckDigit(text: string): boolean {
  const vin = bareVin(text);
  return checkDigitOf(vin) === null || regionOf(vin as Vin) === 'north-america';
}

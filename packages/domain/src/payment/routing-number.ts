/**
 * Whether nine digits are a routing number: 3, 7 and 1 times the digits in turn add up to a
 * multiple of ten (American Bankers Association).
 */
export function isRoutingNumber(text: string): boolean {
  if (!/^\d{9}$/.test(text) || text === '000000000') return false;
  const weights = [3, 7, 1];
  const sum = [...text].reduce(
    (total, digit, index) => total + '0123456789'.indexOf(digit) * (weights[index % 3] ?? 0),
    0,
  );
  return sum % 10 === 0;
}

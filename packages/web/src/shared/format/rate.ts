/** 64900000 parts per billion as "6.49 %": digits only, trailing zeros cut to two decimals. */
export function formatPpb(ppb: string): string {
  const match = /^(\d+)$/.exec(ppb);
  if (match === null) throw new RangeError('a rate is a digit string of parts per billion');
  const digits = ppb.padStart(8, '0');
  const whole = digits.slice(0, -7).replace(/^0+(?=\d)/, '');
  const fraction = digits.slice(-7).replace(/0+$/, '').padEnd(2, '0');
  return `${whole}.${fraction}%`;
}

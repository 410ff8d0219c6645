/** A duration for people at a terminal: `12.3 s`. */
export function durationText(milliseconds: number): string {
  const tenths = Math.round(milliseconds / 100);
  return `${Math.floor(tenths / 10)}.${tenths % 10} s`;
}

/** A moment as the database reads it. */
export function timestamp(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}

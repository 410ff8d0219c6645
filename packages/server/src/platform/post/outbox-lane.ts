/** The lane of a contract or a person: its messages stay in order. */
export function laneOf(id: string): number {
  return Number.parseInt(id.slice(-2), 16) % 64;
}

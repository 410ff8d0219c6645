/** The outbox lane of a contract: messages of one contract stay in order. */
export function laneOf(contractId: string): number {
  return Number.parseInt(contractId.slice(-2), 16) % 64;
}

/**
 * Lets time pass. Only for what is itself a length of time: how long a fault lasts, how long a
 * client leaves a server alone, how often a thing without an event is looked at.
 */
export function elapse(ms: number): Promise<void> {
  return new Promise((end) => {
    setTimeout(end, ms);
  });
}

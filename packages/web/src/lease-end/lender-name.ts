/** The lender's name as the server wrote it into the page: the planner asks nobody for it. */
export function lenderName(): string {
  return document.querySelector('meta[name="application-name"]')?.getAttribute('content') ?? '';
}

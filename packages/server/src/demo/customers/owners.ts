import { LEASE_STORIES } from '../lease-stories.ts';
import { LOAN_STORIES } from '../loan-stories.ts';
import { GIVES_BACK, NAMED_CUSTOMERS } from './named-customers.ts';

const NAMED = NAMED_CUSTOMERS.length;
const NAMED_LOANS = LOAN_STORIES.filter(({ owner }) => owner !== undefined).length;

/** Customers with a contract of their own; people after them only stand beside one. */
const CUSTOMERS = 95;

/** Everybody: customers, three who only signed with one, and whoever gives cars back. */
export const PEOPLE = GIVES_BACK.place + 1;

/**
 * The people of a loan, by number, the borrower first. Named customers hold the stories that name
 * them; the first four others hold a second loan at the end of the book.
 */
export function loanOwners(index: number): number[] {
  const story = LOAN_STORIES[index];
  if (story?.owner !== undefined) return [named(story.owner)];
  const nth = index - NAMED_LOANS;
  const owner = NAMED + (nth < 50 ? nth : nth - 50);
  const beside = { 9: 64, 21: CUSTOMERS, 33: CUSTOMERS + 1 }[nth];
  return beside === undefined ? [owner] : [owner, beside];
}

/**
 * The people of a lease, the lessee first: twelve borrowers hold a lease too, six customers hold
 * two leases, the others one each.
 */
export function leaseOwners(index: number): number[] {
  const story = LEASE_STORIES[index];
  if (story?.owner !== undefined) return [named(story.owner)];
  const nth = index - LEASE_STORIES.filter(({ owner }) => owner !== undefined).length;
  const owner = NAMED + ordinaryLessee(nth);
  const beside = { 26: 31, 40: CUSTOMERS + 2 }[nth];
  return beside === undefined ? [owner] : [owner, beside];
}

function ordinaryLessee(nth: number): number {
  if (nth < 12) return 10 + nth;
  if (nth < 24) return 50 + (nth % 6);
  return nth + 32;
}

function named(userName: string): number {
  return NAMED_CUSTOMERS.findIndex((each) => each.userName === userName);
}

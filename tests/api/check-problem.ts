import { PROBLEMS, type Problem } from '@roadbook/api/problem';
import type { LightMyRequestResponse } from 'fastify';
import { expect } from 'vitest';

const MEMBERS = [
  'code',
  'detail',
  'errors',
  'facts',
  'next',
  'reference',
  'status',
  'title',
  'type',
];

/**
 * Checks that a refusal is a whole problem (RFC 9457): its status is the table's, every fact is
 * filled in, there is a next step and a reference, and nothing of the inside shows.
 */
export function checkProblem(answer: LightMyRequestResponse): Problem {
  const { headers, body, statusCode } = answer;
  expect(headers['content-type'], body).toMatch(/^application\/problem\+json(?:; charset=utf-8)?$/);
  const problem = JSON.parse(body) as Problem;
  expect(Object.keys(problem).toSorted()).toEqual(MEMBERS);
  const row = PROBLEMS[problem.code];
  expect(row, problem.code).toBeDefined();
  expect(problem).toMatchObject({ status: row.status, type: `/problems/${problem.code}` });
  expect(statusCode, body).toBe(row.status);
  for (const sentence of [problem.title, problem.detail, problem.next]) {
    expect(sentence.length).toBeGreaterThan(5);
    expect(sentence).not.toMatch(/\{\w+\}/);
  }
  expect(problem.reference).toMatch(/^RB-[2-9A-Z]{4}-[2-9A-Z]{4}$/);
  expect(body).not.toMatch(/\bat .*\.(?:ts|js):\d|node_modules|\bselect\b.*\bfrom\b|PGlite/);
  for (const { field, value, rule } of problem.errors) {
    expect(field).toMatch(/^(?:path|query|body|header|request)/);
    expect(value.length).toBeGreaterThan(0);
    expect(rule).not.toMatch(/Invalid input|expected|received|Unrecognized|Too (?:big|small)/);
  }
  expect(headers['cache-control']).toBe('no-store');
  return problem;
}

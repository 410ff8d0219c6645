import { describe, expect, test } from 'vitest';
import { awayError, DatabaseAway, isQuestion, keepsConnection } from './database-away.ts';

const coded = (code: string): Error => Object.assign(new Error(code), { code });

describe('an error of the database', () => {
  test.each([
    // What it says, why it is away, and whether a statement that was sent may be carried out.
    [coded('53100'), 'full', false],
    [coded('53200'), 'full', false],
    [coded('53300'), 'slow', false],
    [coded('57014'), 'slow', false],
    [coded('55P03'), 'slow', false],
    [coded('25006'), 'away', false],
    [coded('57P01'), 'away', true],
    [coded('08006'), 'away', true],
    [coded('25P03'), 'slow', true],
    [coded('58030'), 'away', true],
    [coded('ECONNREFUSED'), 'away', true],
    [coded('ECONNRESET'), 'away', true],
    [coded('EPIPE'), 'away', true],
    [new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]), 'away', true],
    [new Error('Query read timeout'), 'slow', true],
    [new Error('Connection terminated unexpectedly'), 'away', true],
    [new Error('timeout exceeded when trying to connect'), 'slow', true],
  ])('%s means that it is %s', (error, reason, mayBeWritten) => {
    const asked = awayError(error, true);
    expect(asked).toMatchObject({ name: 'DatabaseAway', reason, mayBeWritten });
    expect(awayError(error, false)).toMatchObject({ reason, mayBeWritten: false });
  });

  test.each([coded('23505'), coded('22P02'), coded('40001'), new TypeError('no'), 'text', null])(
    '%s stays what it is',
    (error) => expect(awayError(error, true)).toBe(error),
  );

  test('an away error is not wrapped again', () => {
    const away = new DatabaseAway('full', false);
    expect(awayError(away, true)).toBe(away);
  });

  test('a refused statement keeps its connection, a broken session does not', () => {
    expect(['23505', '57014', '53100'].map((code) => keepsConnection(coded(code)))).toEqual(
      Array(3).fill(true),
    );
    expect(['57P01', 'EPIPE', '25P03'].map((code) => keepsConnection(coded(code)))).toEqual(
      Array(3).fill(false),
    );
  });
});

test('only a plain question leaves nothing behind', () => {
  expect(['select 1', '\n  SELECT x', 'fetch 5 from c'].every(isQuestion)).toBe(true);
  expect(['insert into t', 'with f as (select 1) update t', 'selected'].some(isQuestion)).toBe(
    false,
  );
});

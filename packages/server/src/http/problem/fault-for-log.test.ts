import { expect, test } from 'vitest';
import { faultForLog } from './fault-for-log.ts';

test('keeps kind, code and place of a fault, and none of the values on their way', () => {
  const fault = Object.assign(
    new RangeError('invalid input syntax for type uuid: "dana"\n at second line "dana"'),
    { code: '22P02', detail: 'Key (email)=(dana) exists.', params: ['dana'], query: 'dana' },
  );
  const logged = faultForLog(fault);
  expect(logged).toMatchObject({ name: 'RangeError', code: '22P02' });
  expect(logged.stack).toContain('fault-for-log.test.ts');
  expect(JSON.stringify(logged)).not.toContain('dana');
});

test('is not put off by what is no error at all', () => {
  for (const thrown of [null, undefined, 'dana', { name: 'dana' }]) {
    expect(faultForLog(thrown)).toEqual({ name: 'unknown', code: null, message: '', stack: '' });
  }
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMailServer } from './mail-server.ts';
import { isMailAddress, oneLine } from './mail-text.ts';

describe('the address of a mail server', () => {
  test.each([
    ['smtp://mail.example', { host: 'mail.example', port: 587, tls: 'start', user: null }],
    ['smtp://mail.example:2525?tls=off', { port: 2525, tls: 'off' }],
    ['smtps://mail.example', { port: 465, tls: 'always' }],
    ['smtp://localhost:1025', { port: 1025, tls: 'off' }],
    ['smtp://127.0.0.1:1025', { host: '127.0.0.1', tls: 'off' }],
    ['smtp://[::1]:1025', { host: '::1', tls: 'off' }],
    ['smtp://post%40lender:p%23w@mail.example', { user: 'post@lender', password: 'p#w' }],
  ])('%s is read', (text, expected) => {
    expect(readMailServer(text)).toMatchObject(expected);
  });

  test.each([
    'mail.example',
    'http://mail.example',
    'smtp://',
    'smtp://mail.example/path',
    'smtp://mail.example?tls=no',
    'smtp://mail.example?tls=off&more=1',
    'smtps://mail.example?tls=off',
    'smtp://mail.example#part',
  ])('%s is none', (text) => {
    expect(readMailServer(text)).toBeNull();
  });
});

describe('a mail address', () => {
  test.each(['dana@larkspur.example', "o'neil+car@mail.example", 'jürgen@müller.example'])(
    '%s is one',
    (text) => expect(isMailAddress(text)).toBe(true),
  );

  test.each([
    '',
    'dana',
    'a@b@c',
    'a@b.example, c@d.example',
    'a@b.example;c@d.example',
    'Dana <dana@larkspur.example>',
    'a b@c.example',
    'a@b.example\r\nBcc: c@d.example',
    `${'a'.repeat(250)}@b.example`,
  ])('%j is none, or more than one', (text) => {
    expect(isMailAddress(text)).toBe(false);
  });

  test('whatever is made one line has no line break in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(oneLine(text)).not.toMatch(/[\r\n\u2028\u2029\u0085]/);
      }),
    );
  });
});

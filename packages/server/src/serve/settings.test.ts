import { describe, expect, test } from 'vitest';
import { readSettings, SettingsError } from './settings.ts';

const sentenceOf = (environment: Record<string, string>): string => {
  try {
    readSettings(environment);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message;
  }
  throw new Error('the settings were taken');
};

describe('settings', () => {
  test('say themselves when nothing is said: an embedded demonstration on loopback', () => {
    expect(readSettings({})).toMatchObject({
      port: 4000,
      staffPort: 4001,
      host: '127.0.0.1',
      isHttps: false,
      publicUrl: 'http://127.0.0.1:4000',
      databaseUrl: null,
      keys: null,
      simulate: false,
      demo: true,
      trustProxy: false,
      mailServer: null,
      textsUrl: null,
      simulatesPost: true,
    });
  });

  test('that are empty count as not given', () => {
    expect(readSettings({ PORT: '', DATABASE_URL: '', ROADBOOK_DEMO: '' })).toEqual(
      readSettings({}),
    );
  });

  test('follow one another: address from host and port, staff beside it', () => {
    const settings = readSettings({ PORT: '8080', HOST: '::1', ROADBOOK_DEMO: '0' });
    expect(settings).toMatchObject({ publicUrl: 'http://[::1]:8080', staffPort: 8081 });
    expect(settings.demo).toBe(false);
  });

  test('a relative path is one of the project, whatever folder one stands in', () => {
    const given = { ROADBOOK_DATA: 'here', ROADBOOK_LENDER: 'here' };
    const { dataFolder, lenderFile } = readSettings(given);
    expect(dataFolder).toBe(readSettings({}).dataFolder.replace(/[^/\\]+$/, 'here'));
    expect(lenderFile).toBe(dataFolder);
    expect(readSettings({}).lenderFile).toBeUndefined();
  });

  test.each([
    ['PORT', '0', 'a port from 1 to 65534'],
    ['PORT', '65535', 'a port from 1 to 65534'],
    ['PORT', 'http', 'a port from 1 to 65534'],
    ['PORT', '1e3', 'a port from 1 to 65534'],
    ['PORT', '0x50', 'a port from 1 to 65534'],
    ['PORT', '4000.5', 'a port from 1 to 65534'],
    ['STAFF_PORT', '-1', 'a port from 1 to 65534'],
    ['PUBLIC_URL', 'portal.larkspur.example', 'the address people use: https://…'],
    ['PUBLIC_URL', 'ftp://portal.larkspur.example', 'the address people use: https://…'],
    ['ROADBOOK_SIMULATE', 'yes', 'one of 0, 1'],
    ['ROADBOOK_DEMO', 'yes', 'one of 0, 1'],
    ['ROADBOOK_LOG', 'loud', 'one of silent, error, warn, info, debug'],
    ['ROADBOOK_POOL', '1', 'a whole number from 2 to 200'],
    ['ROADBOOK_MAIL_FROM', 'Larkspur <a@b.example>', 'a mail address: post@lender.example'],
  ])('%s=%s is refused with what would be accepted', (name, value, rule) => {
    expect(sentenceOf({ [name]: value })).toBe(
      `A setting is not as it should be:\n  ${name}=${value}: give ${rule}`,
    );
  });

  test('a database address is never repeated: it may hold a password', () => {
    const sentence = sentenceOf({ DATABASE_URL: 'mysql://root:secret@db/roadbook' });
    expect(sentence).toContain('DATABASE_URL=(not shown): give an address such as postgres://');
    expect(sentence).not.toContain('secret');
  });

  test.each([
    ['ROADBOOK_SMTP', 'smtps://post:secret@mail.example?tls=off'],
    ['ROADBOOK_SMTP', 'secret'],
    ['ROADBOOK_TEXTS', 'http://larkspur:secret@texts.example'],
  ])('%s may hold a password and is never repeated', (name, value) => {
    const sentence = sentenceOf({ [name]: value });
    expect(sentence).toContain(`${name}=(not shown): give`);
    expect(sentence).not.toContain('secret');
  });

  test('a mail server and a gateway for texts are read', () => {
    const ROADBOOK_TEXTS = 'https://texts.example/send';
    const settings = readSettings({ ROADBOOK_SMTP: 'smtp://mail.example', ROADBOOK_TEXTS });
    expect(settings).toMatchObject({ textsUrl: ROADBOOK_TEXTS, simulatesPost: false });
    expect(settings.mailServer).toMatchObject({ host: 'mail.example', tls: 'start' });
  });

  const onPostgres = { DATABASE_URL: 'postgres://roadbook@127.0.0.1/roadbook' };
  test.each([
    ['a demonstration on this machine', {}, true],
    ['one on a database server that simulates', { ...onPostgres, ROADBOOK_SIMULATE: '1' }, true],
    ['a database server', onPostgres, false],
    ['no demonstration', { ROADBOOK_DEMO: '0' }, false],
    ['a book of one’s own that is tried', { ROADBOOK_DEMO: '0', ROADBOOK_SIMULATE: '1' }, true],
    ['an address that others reach', { PUBLIC_URL: 'https://portal.larkspur.example' }, false],
    ['a mail server', { ROADBOOK_SMTP: 'smtp://localhost:1025' }, false],
  ])('with %s, mail is simulated: %#', (_what, given, simulatesPost) => {
    expect(readSettings(given)).toMatchObject({ simulatesPost });
  });

  test('every setting that is wrong is named at once', () => {
    expect(sentenceOf({ PORT: 'x', ROADBOOK_DEMO: '2' }).split('\n')).toHaveLength(3);
  });

  describe('on an address that others reach', () => {
    test('plain http is refused, and both ways out are named', () => {
      const sentence = sentenceOf({ HOST: '0.0.0.0' });
      expect(sentence).toContain('HOST=0.0.0.0 is open to others');
      expect(sentence).toContain('Set PUBLIC_URL to the https address');
      expect(sentence).toContain('leave HOST at 127.0.0.1');
    });

    test('a public address of plain http is refused, also behind a proxy', () => {
      const plain = { PUBLIC_URL: 'http://portal.larkspur.example' };
      expect(sentenceOf(plain)).toContain('it is not https');
      expect(sentenceOf({ ...plain, HOST: '0.0.0.0' })).toContain('is no https');
    });

    test.each([
      [{}, true],
      [{ HOST: '::1' }, true],
      [{ PUBLIC_URL: 'https://portal.larkspur.example' }, false],
      [{ HOST: '0.0.0.0', PUBLIC_URL: 'https://localhost' }, false],
    ])('%j: only this machine reaches it is %s', (given, isLocal) => {
      expect(readSettings(given)).toMatchObject({ isLocal });
    });

    test('https is taken', () => {
      const PUBLIC_URL = 'https://portal.larkspur.example';
      const settings = readSettings({ HOST: '0.0.0.0', PUBLIC_URL });
      expect(settings).toMatchObject({ isHttps: true, publicUrl: PUBLIC_URL });
    });

    test.each(['127.0.0.1', 'localhost', '::1'])('%s is loopback, and may be plain', (HOST) => {
      expect(readSettings({ HOST }).isHttps).toBe(false);
    });
  });

  test('know where the desk is: beside the portal on loopback, elsewhere where it is said', () => {
    expect(readSettings({}).staffUrl).toBe('http://127.0.0.1:4001');
    const given = { HOST: '0.0.0.0', PUBLIC_URL: 'https://pay.larkspur.example' };
    expect(readSettings(given).staffUrl).toBeNull();
    const both = { ...given, STAFF_URL: 'https://desk.larkspur.example' };
    expect(readSettings(both).staffUrl).toBe('https://desk.larkspur.example');
  });

  test.each([
    [{ STAFF_PORT: '4000' }, /portal's port/],
    [{ STAFF_URL: 'http://desk.larkspur.example' }, /not https/],
    [
      { PUBLIC_URL: 'https://a.larkspur.example', STAFF_URL: 'https://a.larkspur.example/desk' },
      /portal's address/,
    ],
    [{ ROADBOOK_OIDC_ISSUER: 'https://id.larkspur.example' }, /needs all three/],
    [
      {
        ROADBOOK_OIDC_ISSUER: 'http://id.larkspur.example',
        ROADBOOK_OIDC_CLIENT_ID: 'desk',
        ROADBOOK_OIDC_CLIENT_SECRET: 'secret',
      },
      /not https/,
    ],
  ])('refuse a desk that is not safe: %o', (environment, sentence) => {
    expect(sentenceOf(environment)).toMatch(sentence);
  });
});

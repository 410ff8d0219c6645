/** A mail server, read from an address such as `smtps://user:password@mail.example`. */
export type MailServer = {
  readonly host: string;
  readonly port: number;
  readonly user: string | null;
  readonly password: string;
  /** Encrypted from the first byte, by STARTTLS (required), or not at all. */
  readonly tls: 'always' | 'start' | 'off';
};

/** What an address of a mail server must look like. */
export const MAIL_SERVER_RULE =
  'an address such as smtp://user:password@mail.example:587 or smtps://mail.example; ' +
  '?tls=off sends in the clear';

const LOCAL: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Reads the address of a mail server, or null where it is none. With `smtp://` STARTTLS is
 * required, but for this machine itself and where `?tls=off` says so.
 */
export function readMailServer(text: string): MailServer | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  const isSecure = url.protocol === 'smtps:';
  if ((!isSecure && url.protocol !== 'smtp:') || url.hostname === '') return null;
  if (!/^\/?$/.test(url.pathname) || url.hash !== '') return null;
  const options = [...url.searchParams];
  const saysOff = options.some(([name, value]) => name === 'tls' && value === 'off');
  if (options.length > (saysOff ? 1 : 0) || (isSecure && saysOff)) return null;
  const isPlain = saysOff || LOCAL.has(url.hostname);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 465 : 587) : Number.parseInt(url.port, 10),
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
    tls: isSecure ? 'always' : isPlain ? 'off' : 'start',
  };
}

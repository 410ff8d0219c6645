import { Secret, TOTP } from 'otpauth';

const PERIOD_SECONDS = 30;
/** A telephone's clock may be a step off either way (RFC 6238, 5.2). */
const WINDOW = 1;
/** 160 bits, as RFC 4226 recommends. */
const SECRET_BYTES = 20;

/** SHA-1, six digits, thirty seconds: what every authenticator app reads. */
function totpOf(secret: string, issuer = '', label = ''): TOTP {
  return new TOTP({
    issuer,
    label,
    secret: Secret.fromBase32(secret),
    algorithm: 'SHA1',
    digits: 6,
    period: PERIOD_SECONDS,
  });
}

/** A new secret for an authenticator app, in base32. */
export function makeTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The address that an authenticator app reads from a picture. */
export function totpUri(secret: string, issuer: string, label: string): string {
  return totpOf(secret, issuer, label).toString();
}

/** The code that an app with this secret shows at a time. */
export function totpCode(secret: string, nowMs: number): string {
  return totpOf(secret).generate({ timestamp: nowMs });
}

/** The step that a typed code belongs to; null where it is wrong. */
export function totpStep(secret: string, typed: string, nowMs: number): number | null {
  const token = typed.replaceAll(/[\s-]/g, '');
  const delta = totpOf(secret).validate({ token, window: WINDOW, timestamp: nowMs });
  return delta === null ? null : Math.floor(nowMs / (PERIOD_SECONDS * 1_000)) + delta;
}

/** An authenticator in a few lines: makes one passkey and answers challenges (WebAuthn level 3). */
import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

type Options = { readonly options: Readonly<Record<string, unknown>> };

const sha256 = (data: Buffer | string): Buffer => createHash('sha256').update(data).digest();
const text = (data: Buffer): string => data.toString('base64url');

/** A byte string of CBOR, of at most 64 kB. */
const cborBytes = (data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x59, data.length >> 8, data.length & 255]), data]);
const cborText = (words: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);

export function softAuthenticator(origin = 'http://localhost:80') {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;
  const { host, hostname } = new URL(origin);
  const site = `http://${host}`;
  const clientData = (type: string, challenge: unknown): Buffer =>
    Buffer.from(JSON.stringify({ type, challenge, origin: site, crossOrigin: false }));
  const head = (flags: number): Buffer => {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    return Buffer.concat([sha256(hostname), Buffer.from([flags]), count]);
  };
  const named = { id: text(id), rawId: text(id), type: 'public-key', clientExtensionResults: {} };
  return {
    id: text(id),
    /** Sets the counter back, as a copy of the key would have it. */
    setCounter: (to: number): void => {
      counter = to;
    },
    make: ({ options }: Options) => {
      const jwk = publicKey.export({ format: 'jwk' });
      const point = (name: 'x' | 'y'): Buffer =>
        Buffer.concat([Buffer.from([0x58, 32]), Buffer.from(jwk[name] ?? '', 'base64url')]);
      const key = Buffer.concat([
        Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
        point('x'),
        Buffer.from([0x22]),
        point('y'),
      ]);
      const made = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(Buffer.concat([head(0x45), made])),
      ]);
      const clientDataJSON = text(clientData('webauthn.create', options.challenge));
      const response = {
        clientDataJSON,
        attestationObject: text(attestation),
        transports: ['usb'],
      };
      return { credential: { ...named, response } };
    },
    answer: ({ options }: Options) => {
      counter += 1;
      const data = clientData('webauthn.get', options.challenge);
      const authenticatorData = head(0x05);
      const signed = Buffer.concat([authenticatorData, sha256(data)]);
      const signature = createSign('sha256').update(signed).sign(privateKey);
      return {
        credential: {
          ...named,
          response: {
            clientDataJSON: text(data),
            authenticatorData: text(authenticatorData),
            signature: text(signature),
          },
        },
      };
    },
  };
}

/** Who sends a request without a session, as far as that can be known. */
export type Visitor = {
  readonly network: string;
  /** The device cookie, if the browser has one. */
  readonly device: string | null;
  readonly userAgent: string;
  /** The token of the session that the same browser had until now. */
  readonly earlierToken: string | null;
  /** The token of the ceremony that the browser is in. */
  readonly ceremonyToken: string | null;
};

import type { Logger } from 'pino';
import type { Shell } from '../operation/shell.ts';
import type { PostStatus } from '../platform/post/post-status.ts';

/** What the process tells its server, and the server the process. */
export type Running = {
  /** It was told to stop: nothing new is taken. */
  isStopping: boolean;
  /** Requests that have come and are not answered. */
  underWay: number;
  /** Sentences for whoever looks at the server's health. */
  notes: () => readonly string[];
  /** What waits to be sent, or null while the database cannot be asked. */
  post?: () => Promise<PostStatus | null>;
};

/** What the portal's server is made of. */
export type PortalOptions = {
  /** Null until the database is open: then every address answers 503 "starting". */
  readonly shell: () => Shell | null;
  readonly logger: Logger;
  /** The address people use is https: cookies get their prefix, transport security is told. */
  readonly isHttps: boolean;
  readonly trustProxy: boolean;
  /** The address people use, `https://…`; without one, requests for any host are answered. */
  readonly publicUrl?: string;
  /** The folder of the built portal, or null when it was not built. */
  readonly pagesFolder: string | null;
  readonly running?: Running;
  /** Letters go to the mailbox of the demonstration, and everybody here may read them. */
  readonly hasDemoMailbox?: boolean;
};

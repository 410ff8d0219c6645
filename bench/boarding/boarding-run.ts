/** What the boarding process is asked for, and what it answers. */
export type BoardingRequest = {
  readonly file: string;
  /** The database to board into; null to read and judge every record and keep none. */
  readonly databaseUrl: string | null;
};

export type BoardingRun = {
  readonly records: number;
  readonly seconds: number;
  /** The most memory the process held, of everything: runtime, program, file. */
  readonly peakMegabytes: number;
};

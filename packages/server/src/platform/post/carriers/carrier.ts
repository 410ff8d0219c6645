import type { Channel } from '@roadbook/domain/person/channel';

/** A letter with its words filled in. A text has neither subject nor HTML. */
export type RenderedLetter = {
  readonly subject: string | null;
  readonly text: string;
  readonly html: string | null;
};

export type Parcel = {
  /** The id of the message: the same over all attempts. */
  readonly id: string;
  readonly personId: string;
  /** A mail address or a telephone number. */
  readonly to: string;
  readonly letter: RenderedLetter;
};

/**
 * Carries letters or texts out of the house. Called outside any transaction and at least once for
 * a message; what it could not do it throws as `NotDelivered`, without a word of what it carried.
 */
export type Carrier = {
  readonly name: string;
  readonly simulated: boolean;
  /** Nothing leaves before `mayLeave`; what can be made ready until then is. */
  send(parcel: Parcel, mayLeave?: Promise<void>): Promise<void>;
  close(): void;
};

/** Who carries what; null where nobody does, and messages wait. */
export type Carriers = Readonly<Record<Channel, Carrier | null>>;

import type { Response } from '../../../../shared/wire/client.ts';

type Asked = NonNullable<Response<'getCallBack'>['waiting']>;

/** What one can ask to be called about, in the order of the page; the server has the same list. */
export const ABOUT = [
  'other-due-date',
  'payment-relief',
  'credit-reporting',
  'something-else',
] as const satisfies readonly Asked['about'][];
export const PARTS_OF_DAY = [
  'any',
  'morning',
  'afternoon',
  'evening',
] as const satisfies readonly Asked['partOfDay'][];

const NOTE_LONGEST = 500;

export type CallBackAnswers = {
  readonly about: (typeof ABOUT)[number] | null;
  readonly phone: string;
  readonly partOfDay: (typeof PARTS_OF_DAY)[number];
  readonly note: string;
};

type AnswerStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nameOf = (contractId: string): string => `roadbook.call-back.${contractId}`;

/** The answers kept before a reload or a sign-in, else the first ones with the number on file. */
export function readCallBack(
  store: AnswerStore,
  contractId: string,
  phone: string,
): CallBackAnswers {
  const first: CallBackAnswers = { about: null, phone, partOfDay: 'any', note: '' };
  try {
    const kept: unknown = JSON.parse(store.getItem(nameOf(contractId)) ?? 'null');
    if (kept === null || typeof kept !== 'object') return first;
    const { about, phone: number, partOfDay, note } = kept as Record<string, unknown>;
    return {
      about: ABOUT.find((each) => each === about) ?? null,
      phone: typeof number === 'string' ? number : phone,
      partOfDay: PARTS_OF_DAY.find((each) => each === partOfDay) ?? 'any',
      note: typeof note === 'string' ? note : '',
    };
  } catch {
    return first;
  }
}

export function keepCallBack(
  store: AnswerStore,
  contractId: string,
  answers: CallBackAnswers,
): void {
  store.setItem(nameOf(contractId), JSON.stringify(answers));
}

export function dropCallBack(store: AnswerStore, contractId: string): void {
  store.removeItem(nameOf(contractId));
}

/** The fields that cannot be sent as they are, in the order of the page. */
export function problemsOf({
  about,
  phone,
  note,
}: CallBackAnswers): ('about' | 'phone' | 'note')[] {
  const digits = phone.replace(/\D/g, '').length;
  const isPhone = /^\+?[\d ().-]{7,30}$/.test(phone.trim()) && digits >= 7 && digits <= 15;
  return [
    ...(about === null ? (['about'] as const) : []),
    ...(isPhone ? [] : (['phone'] as const)),
    ...(note.trim().length > NOTE_LONGEST ? (['note'] as const) : []),
  ];
}

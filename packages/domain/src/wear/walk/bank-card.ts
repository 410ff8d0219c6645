/** The long side of a bank card: 85.60 mm (ISO/IEC 7810 ID-1), in thousandths of an inch. */
export const CARD_LENGTH_MILS = 3_370;

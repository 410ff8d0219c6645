/** The language and country in which dates, times, numbers and money are written. */
export const LOCALE = 'en-US';

/** What money is: the trade's cents are cents of this. */
export const CURRENCY = 'USD';

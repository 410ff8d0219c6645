/** How every command ends. README.md has the same table. */

/** All of it was done, or had been done before. */
export const ALL_DONE = 0;

/** It was done, and something in it was rejected or failed. */
export const SOME_FAILED = 1;

/** Nothing was done: wrong usage, a refusal, or a question that has to be answered first. */
export const NOTHING_DONE = 2;

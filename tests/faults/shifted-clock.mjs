/** Loaded before a program: its clock is off by CLOCK_OFF_MS, as on a machine set wrong. */
const offMs = Number(process.env.CLOCK_OFF_MS ?? 0);
const now = Date.now;
Date.now = () => now() + offMs;

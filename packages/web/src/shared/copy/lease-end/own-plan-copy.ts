import { i18n } from '@lingui/core';
import './plan-copy.ts';
import { messages as next } from '../en/own-next-step.po';
import { messages } from '../en/own-plan.po';

/**
 * Adds what a lease of ours comes to, in the lender's own voice where the planner speaks of any
 * lender. The next step is among it: the planner has just said it of any lender, whatever an
 * overview said before. Never loaded on the public pages.
 */
i18n.load('en', next);
i18n.load('en', messages);

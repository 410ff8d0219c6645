import { i18n } from '@lingui/core';
import './planner-copy.ts';
import { messages as next } from './en/own-next-step.po';
import { messages } from './en/own-planner.po';

/**
 * Adds the sentences of a lease of ours: what only its page says, and in the lender's own voice what
 * the planner says of any lender. The next step is among them: the planner has just said it of any
 * lender, whatever an overview said before. Never loaded on the public pages.
 */
i18n.load('en', next);
i18n.load('en', messages);

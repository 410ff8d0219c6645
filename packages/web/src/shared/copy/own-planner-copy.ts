import { i18n } from '@lingui/core';
import './planner-copy.ts';
import { messages } from './en/own-planner.po';

/**
 * Adds the sentences of a lease of ours: what only its page says, and in the lender's own voice what
 * the planner says of any lender. Never loaded on the public pages.
 */
i18n.load('en', messages);

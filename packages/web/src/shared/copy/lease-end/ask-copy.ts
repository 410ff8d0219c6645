import { i18n } from '@lingui/core';
import '../copy.ts';
import { messages } from '../en/ask.po';

/** Adds the questions about a lease, and what is said of an answer that cannot be. */
i18n.load('en', messages);

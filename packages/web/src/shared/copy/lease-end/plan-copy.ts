import { i18n } from '@lingui/core';
import '../copy.ts';
import { messages as next } from '../en/next-step.po';
import { messages } from '../en/plan.po';

/** Adds what the end of a lease comes to, what it is made of, and every way out side by side. */
i18n.load('en', messages);
i18n.load('en', next);

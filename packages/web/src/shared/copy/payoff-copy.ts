import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/payoff.po';

/** Adds the sentences of a payoff quote and its letter. */
i18n.load('en', messages);

import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/explained.po';

/** Adds what the lines, rules and inputs of an amount are called. */
i18n.load('en', messages);

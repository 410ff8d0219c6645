import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/history.po';

/** Adds what the entries of a contract are called. */
i18n.load('en', messages);

import { i18n } from '@lingui/core';
import './contract-copy.ts';
import './explained-copy.ts';
import './history-copy.ts';
import './signed-in-copy.ts';
import { messages } from './en/desk.po';

/** Adds the sentences of the desk, and of what it shows of a customer as the customer sees it. */
i18n.load('en', messages);

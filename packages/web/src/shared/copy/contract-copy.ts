import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/contract.po';

/** Adds what a list of contracts, a card and the frame of a contract say. */
i18n.load('en', messages);

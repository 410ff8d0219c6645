import { i18n } from '@lingui/core';
import './copy.ts';
import { messages } from './en/problem.po';

/** Adds the words of every problem to the catalogue; loaded when the first problem is shown. */
i18n.load('en', messages);

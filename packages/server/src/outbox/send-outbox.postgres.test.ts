import { outboxOn } from './testing/outbox-suite.ts';

outboxOn('postgresql');

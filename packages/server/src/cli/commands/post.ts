import { Argument } from 'commander';
import type { DatabaseCommand, RequestOf } from '../command.ts';

type PostRequest = RequestOf<'post'> | RequestOf<'post-retry'> | RequestOf<'post-notices'>;

export const post: DatabaseCommand<PostRequest> = {
  requests: ['post', 'post-retry', 'post-notices'],
  declare: (program, send) => {
    const post = program
      .command('post')
      .description('what waits to be sent, and what was given up and why')
      .action(() => send({ command: 'post' }));
    post
      .command('retry')
      .description('try letters again that were given up')
      .argument('<message-id>', 'its id from the list, or "all"')
      .action((which: string) => send({ command: 'post-retry', which }));
    post
      .command('notices')
      .description('record whether a person wants letters or texts about a contract')
      .argument('<contract-number>')
      .argument('<role>', 'borrower, co-borrower, lessee or co-lessee')
      .addArgument(new Argument('<channel>').choices(['mail', 'text']))
      .addArgument(new Argument('<wanted>').choices(['on', 'off']))
      .option('--topic <topic>', 'payments, planned-payments, late-payments or account; else all')
      .action(
        (
          number: string,
          role: string,
          channel: 'mail' | 'text',
          wanted: 'on' | 'off',
          { topic = null }: { readonly topic?: string | null },
        ) => {
          const isWanted = wanted === 'on';
          return send({ command: 'post-notices', number, role, channel, wanted: isWanted, topic });
        },
      );
  },
  run: async (shell, request, say) => {
    const { runPost, runPostNotices, runPostRetry } = await import('./run-post.ts');
    if (request.command === 'post') return runPost(shell, say);
    if (request.command === 'post-retry') return runPostRetry(shell, request.which, say);
    return runPostNotices(shell, request, say);
  },
};

import type { DatabaseCommand, RequestOf } from '../command.ts';

type PostRequest = RequestOf<'post'> | RequestOf<'post-retry'>;

export const post: DatabaseCommand<PostRequest> = {
  requests: ['post', 'post-retry'],
  declare: (program, send) => {
    program
      .command('post')
      .description('what waits to be sent, and what was given up and why')
      .action(() => send({ command: 'post' }))
      .command('retry')
      .description('try letters again that were given up')
      .argument('<message-id>', 'its id from the list, or "all"')
      .action((which: string) => send({ command: 'post-retry', which }));
  },
  run: async (shell, request, say) => {
    const { runPost, runPostRetry } = await import('./run-post.ts');
    return request.command === 'post'
      ? runPost(shell, say)
      : runPostRetry(shell, request.which, say);
  },
};

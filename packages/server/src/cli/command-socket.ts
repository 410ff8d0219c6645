import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import type { FolderHolder } from '../platform/data-folder/embedded-folder.ts';
import type { Installation } from '../serve/installation.ts';
import type { CommandRequest, Say } from './command-request.ts';
import { NOTHING_DONE, SOME_FAILED } from './exit-codes.ts';
import { sentenceOf } from './sentence-of.ts';

/** What travels back: one JSON document a line. */
type Message =
  | { readonly say: 'line' | 'progress'; readonly text: string }
  | { readonly say: 'end'; readonly code: number };

type Run = (installation: Installation, request: CommandRequest, say: Say) => Promise<number>;

/** Runs commands that other processes send to the one that holds the folder, one after another. */
export function serveCommands(holder: FolderHolder, installation: Installation, run: Run): void {
  let queue: Promise<unknown> = Promise.resolve();
  holder.onConnection((socket) => {
    socket.on('error', () => undefined);
    createInterface({ input: socket }).once('line', (text) => {
      queue = queue.then(() =>
        answer(socket, text, (request, say) => run(installation, request, say)),
      );
    });
  });
}

/** Tells other commands that one is running, so that none waits without knowing for what. */
export function refuseCommands(holder: FolderHolder): void {
  holder.onConnection((socket) => {
    socket.on('error', () => undefined);
    const text =
      'Another command is running on this data folder. Wait until it is done, then run this again.';
    const messages: Message[] = [
      { say: 'line', text },
      { say: 'end', code: NOTHING_DONE },
    ];
    socket.end(messages.map((message) => `${JSON.stringify(message)}\n`).join(''));
  });
}

async function answer(
  socket: Socket,
  text: string,
  run: (request: CommandRequest, say: Say) => Promise<number>,
): Promise<void> {
  const send = (message: Message): void => {
    if (!socket.destroyed) socket.write(`${JSON.stringify(message)}\n`);
  };
  const say: Say = {
    line: (line) => send({ say: 'line', text: line }),
    progress: (line) => send({ say: 'progress', text: line }),
  };
  let code: number = NOTHING_DONE;
  try {
    code = await run(JSON.parse(text) as CommandRequest, say);
  } catch (error) {
    say.line(sentenceOf(error));
  }
  send({ say: 'end', code });
  socket.end();
}

/** Sends a command to the process that holds the folder and shows what it says. */
export async function sendCommand(
  socket: Socket,
  request: CommandRequest,
  say: Say,
): Promise<number> {
  socket.write(`${JSON.stringify(request)}\n`);
  for await (const text of createInterface({ input: socket })) {
    const message = JSON.parse(text) as Message;
    if (message.say === 'end') return message.code;
    say[message.say](message.text);
  }
  say.line('The running server went away before the command was done. Run it again.');
  // It may have done some of it.
  return SOME_FAILED;
}

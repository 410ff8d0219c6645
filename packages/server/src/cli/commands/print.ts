import type { Command } from 'commander';
import { readSettings } from '../../serve/settings.ts';

/** `make-keys`: prints new keys, and stores nothing. */
export function declareMakeKeys(program: Command): void {
  program
    .command('make-keys')
    .description('print new keys for ROADBOOK_KEYS')
    .action(async () => {
      const { makeKeys } = await import('../../platform/keys/key-ring.ts');
      process.stdout.write(`${makeKeys().trim().replace('\n', ',')}\n`);
    });
}

/** `lender`: prints the lender's file as it is served, to begin one's own from. */
export function declareLender(program: Command): void {
  program
    .command('lender')
    .description('print the lender served, as the file that ROADBOOK_LENDER names')
    .action(async () => {
      const { lenderText, loadLender } = await import('../../lender/load-lender.ts');
      process.stdout.write(lenderText(await loadLender(readSettings(process.env).lenderFile)));
    });
}

/** `openapi`: prints the document of every operation. */
export function declareOpenapi(program: Command): void {
  program
    .command('openapi')
    .description('print the OpenAPI document')
    .action(async () => {
      const { openApiDocument } = await import('@roadbook/api/openapi');
      process.stdout.write(openApiDocument());
    });
}

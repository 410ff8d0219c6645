import { pathArgument } from '../../arguments.ts';
import type { DatabaseCommand, RequestOf } from '../../command.ts';

/** Where leased cars are returned and inspected. */
export const places: DatabaseCommand<RequestOf<'places'>> = {
  requests: ['places'],
  declare: (program, send) => {
    program
      .command('places')
      .description(
        'take places from a CSV file, or list them; a bad row changes nothing of its own',
      )
      .argument('[file]', 'the CSV file with places', pathArgument)
      .option('--zips <csv>', 'the middles of ZIP codes: zip, latitude, longitude', pathArgument)
      .action((file: string | undefined, { zips }: { zips?: string }) =>
        send({ command: 'places', file: file ?? null, zips: zips ?? null }),
      );
  },
  run: async (shell, request, say) =>
    (await import('./run-places.ts')).runPlaces(shell, request, say),
};

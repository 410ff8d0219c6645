import { loadParties, type PartyIndex } from '@roadbook/server/boarding/read/party/party-index';
import { CannotMeasure } from '../benchmark.ts';
import { assetNumberOf } from './loan-records.ts';

const HEAD = 'asset_number,role,first_name,last_name,date_of_birth,email,zip\n';

/**
 * One invented borrower for each of the first so many assets, read by the importer's own reader.
 */
export async function generatedParties(records: number): Promise<PartyIndex> {
  const rows = Array.from({ length: records }, (_, at) => {
    const asset = assetNumberOf(at + 1);
    const email = `${asset.toLowerCase()}@larkspur.example`;
    return `${asset},borrower,Robin,Example ${at + 1},1980-01-01,${email},60000\n`;
  });
  const parties = await loadParties([Buffer.from(HEAD + rows.join(''))], ({ rule, element }) => {
    throw new CannotMeasure(`The generated parties were rejected: ${rule} ${element}`);
  });
  if (parties === null) throw new CannotMeasure('The generated parties were refused.');
  return parties;
}

import { checkLedgerProofOn } from './testing/check-ledger-suite.ts';

checkLedgerProofOn('postgresql');

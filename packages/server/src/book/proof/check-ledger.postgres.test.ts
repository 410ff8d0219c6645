import { checkLedgerProofOn } from '../../../testing/book/proof/check-ledger-suite.ts';

checkLedgerProofOn('postgresql');

import '../../../../../shared/copy/contract-copy.ts';
import '../../../../../shared/copy/lease-end/walk-copy.ts';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type ReactNode, useMemo } from 'react';
import { currentOf } from '../../../../../lease-end/walk/keep/walk-store.ts';
import { useScreen, walkIsAt } from '../../../../../lease-end/walk/walk-address.ts';
import { useWalkRoom } from '../../../../../lease-end/walk/walk-room.ts';
import { WalkScreens } from '../../../../../lease-end/walk/walk-screens.tsx';
import { vehicleName } from '../../../../../shared/contract/vehicle-name.ts';
import { t } from '../../../../../shared/copy/copy.ts';
import { Loaded } from '../../../../../shared/state/loaded.tsx';
import type { Response } from '../../../../../shared/wire/client.ts';
import { contractQuery, leaseEndQuery, savedLeaseEndQuery } from '../../../../queries.ts';
import type { ContractOverview } from '../../../next-step.ts';
import { BringAlong } from './bring-along.tsx';
import style from './own-walk.module.css';
import { ownWalk, savedAsWalk, serveOwnWear } from './own-walk.ts';
import { SaveWalk } from './save-walk.tsx';
import { SavedWalk } from './saved-walk.tsx';

/** The walk around the car of a lease of ours: its own guide and prices, saved with the account. */
export function OwnWalkPage(): ReactNode {
  const { contractId } = useParams({ from: '/contracts/$contractId' });
  const contract = useQuery(contractQuery(contractId));
  const told = useQuery(leaseEndQuery(contractId));
  const saved = useQuery(savedLeaseEndQuery(contractId));
  return (
    <Loaded query={contract} lines={16}>
      {(overview) => (
        <Loaded query={told} lines={16}>
          {(leaseEnd) => (
            <Loaded query={saved} lines={16}>
              {(kept) => <OwnWalk contract={overview} told={leaseEnd} saved={kept.walk} />}
            </Loaded>
          )}
        </Loaded>
      )}
    </Loaded>
  );
}

type OwnProps = {
  readonly contract: ContractOverview;
  readonly told: Response<'getLeaseEnd'>;
  readonly saved: Response<'getSavedLeaseEnd'>['walk'];
};

function OwnWalk({ contract, told, saved }: OwnProps): ReactNode {
  const { contractId } = contract;
  const { name } = useScreen();
  // Before anything is drawn: links and verdicts are of this lease from the first picture on.
  useMemo(() => {
    walkIsAt(`/contracts/${contractId}/lease-end/walk`);
    serveOwnWear(told);
  }, [contractId, told]);
  const blank = useMemo(() => () => ownWalk(contract), [contract]);
  const given = useMemo(
    () => (saved === null ? undefined : savedAsWalk(saved.walk, blank())),
    [saved, blank],
  );
  const account = useMemo(
    () => ({
      saved: (
        <>
          {saved === null ? null : <SavedWalk saved={saved} blank={blank} />}
          <BringAlong blank={blank} />
        </>
      ),
      save: <SaveWalk contractId={contractId} saved={saved} />,
    }),
    [contractId, saved, blank],
  );
  const room = useWalkRoom({ name: currentOf(contractId), blank, given, account });
  return (
    <>
      {name === 'start' ? (
        <Link className={style.back} to="/contracts/$contractId/lease-end" params={{ contractId }}>
          {t('walk.own.back', { car: vehicleName(contract) })}
        </Link>
      ) : null}
      <WalkScreens room={room} />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { vehicleName } from '../../shared/contract/vehicle-name.ts';
import { t } from '../../shared/copy/copy.ts';
import { formatDate } from '../../shared/format/date.ts';
import { call } from '../../shared/wire/client.ts';
import { contractsQuery } from '../queries.ts';
import { AddressForm, addressBody, addressLine } from './address-form.tsx';
import { ChangeSection } from './change-section.tsx';
import { type Profile, useChange } from './use-change.ts';

/** Where letters go. */
export function MailingSection({ profile }: { profile: Profile }): ReactNode {
  const { address, isHeld } = profile;
  const change = useChange(t('mailing.saved'));
  return (
    <ChangeSection
      id="mailing-title"
      title={t('mailing.title')}
      text={address === null ? t('details.none') : addressLine(address)}
      change={change}
      isHeld={isHeld}
      act={t('mailing.change')}
      form={(close) => (
        <AddressForm
          id="mailing"
          known={address}
          change={change}
          onLeave={close}
          onSave={(typed) =>
            change.run(() => call('changeMailingAddress', { body: addressBody(typed) }), close)
          }
        />
      )}
    />
  );
}

type Garaging = Profile['garaging'][number];

/** Where each car is kept: what taxes depend on. */
export function GaragingSections({ profile }: { profile: Profile }): ReactNode {
  return profile.garaging.map((each) => (
    <GaragingSection key={each.contractId} profile={profile} garaging={each} />
  ));
}

function GaragingSection({
  profile,
  garaging,
}: {
  profile: Profile;
  garaging: Garaging;
}): ReactNode {
  const { contractId, contractNumber, address, from } = garaging;
  const contracts = useQuery(contractsQuery);
  const contract = contracts.data?.contracts.find((each) => each.contractId === contractId);
  const change = useChange(t('garaging.saved'));
  const car = contract === undefined ? contractNumber : vehicleName(contract);
  const text =
    address === null
      ? t('garaging.same')
      : t('garaging.since', { address: addressLine(address), day: formatDate(from ?? '') });
  const id = `garaging-${contractId}`;
  return (
    <ChangeSection
      id={id}
      title={t('garaging.title', { car })}
      text={text}
      change={change}
      isHeld={profile.isHeld}
      act={t('garaging.change')}
      form={(close) => (
        <AddressForm
          id={id}
          known={address ?? profile.address}
          change={change}
          onLeave={close}
          onSave={(typed) =>
            change.run(
              () => call('changeGaraging', { params: { contractId }, body: addressBody(typed) }),
              close,
            )
          }
        />
      )}
    />
  );
}

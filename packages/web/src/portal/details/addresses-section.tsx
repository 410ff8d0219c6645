import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { vehicleName } from '../../shared/contract/vehicle-name.ts';
import { t } from '../../shared/copy/copy.ts';
import { formatDate } from '../../shared/format/date.ts';
import button from '../../shared/style/button.module.css';
import { call } from '../../shared/wire/client.ts';
import { contractsQuery } from '../queries.ts';
import { Section } from '../security/section.tsx';
import { AddressForm, addressBody, addressLine } from './address-form.tsx';
import { type Profile, useChange } from './use-change.ts';

/** Where letters go. */
export function MailingSection({ profile }: { profile: Profile }): ReactNode {
  const { address, isHeld } = profile;
  const [isOpen, setOpen] = useState(false);
  const change = useChange(t('mailing.saved'));
  return (
    <Section
      id="mailing-title"
      title={t('mailing.title')}
      text={address === null ? t('details.none') : addressLine(address)}
      fault={change.fault}
      done={change.done}
    >
      {isOpen ? (
        <AddressForm
          id="mailing"
          known={address}
          rules={change.rules}
          attempt={change.attempt}
          isBusy={change.isPending}
          hasPanel={change.panel !== null}
          onLeave={() => setOpen(false)}
          onSave={(typed) =>
            change.run(
              () => call('changeMailingAddress', { body: addressBody(typed) }),
              () => setOpen(false),
            )
          }
        />
      ) : (
        <button
          type="button"
          className={button.secondary}
          disabled={isHeld}
          onClick={() => setOpen(true)}
        >
          {t('mailing.change')}
        </button>
      )}
      {change.panel}
    </Section>
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
  const [isOpen, setOpen] = useState(false);
  const change = useChange(t('garaging.saved'));
  const car = contract === undefined ? contractNumber : vehicleName(contract);
  const text =
    address === null
      ? t('garaging.same')
      : t('garaging.since', { address: addressLine(address), day: formatDate(from ?? '') });
  return (
    <Section
      id={`garaging-${contractId}`}
      title={t('garaging.title', { car })}
      text={text}
      fault={change.fault}
      done={change.done}
    >
      {isOpen ? (
        <AddressForm
          id={`garaging-${contractId}`}
          known={address ?? profile.address}
          rules={change.rules}
          attempt={change.attempt}
          isBusy={change.isPending}
          hasPanel={change.panel !== null}
          onLeave={() => setOpen(false)}
          onSave={(typed) =>
            change.run(
              () => call('changeGaraging', { params: { contractId }, body: addressBody(typed) }),
              () => setOpen(false),
            )
          }
        />
      ) : (
        <button
          type="button"
          className={button.secondary}
          disabled={profile.isHeld}
          onClick={() => setOpen(true)}
        >
          {t('garaging.change')}
        </button>
      )}
      {change.panel}
    </Section>
  );
}

import { type FormEvent, type ReactNode, useState } from 'react';
import { t } from '../../shared/copy/copy.ts';
import { Field } from '../../shared/form/field.tsx';
import form from '../../shared/form/form.module.css';
import button from '../../shared/style/button.module.css';
import { call } from '../../shared/wire/client.ts';
import security from '../security/security.module.css';
import { ChangeSection } from './change-section.tsx';
import { type Change, type Profile, useChange } from './use-change.ts';

const LANGUAGES = ['en', 'es'] as const;
/** The zones of the United States, by the names of the IANA; others come with what is on file. */
const ZONES = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Phoenix',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
  'America/Puerto_Rico',
];

/** How to call somebody, and how to talk to them. */
export function TalkSection({ profile }: { profile: Profile }): ReactNode {
  const change = useChange(t('talk.saved'));
  return (
    <ChangeSection
      id="talk-title"
      title={t('talk.title')}
      text={t('talk.now', {
        name: profile.preferredName ?? profile.name,
        language: t(`talk.language.${profile.language}`),
        zone: spokenZone(profile.timeZone),
      })}
      change={change}
      isHeld={profile.isHeld}
      act={t('talk.change')}
      form={(close) => <TalkForm profile={profile} change={change} onDone={close} />}
    />
  );
}

type FormProps = {
  readonly profile: Profile;
  readonly change: Change;
  readonly onDone: () => void;
};

function TalkForm({ profile, change, onDone }: FormProps): ReactNode {
  const [name, setName] = useState(profile.preferredName ?? '');
  const [language, setLanguage] = useState(profile.language);
  const [timeZone, setTimeZone] = useState(profile.timeZone);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const preferredName = name.trim() === '' ? null : name.trim();
    const body = { preferredName, language, timeZone };
    change.run(() => call('changeHowToTalk', { body }), onDone);
  };
  const zones = ZONES.includes(profile.timeZone) ? ZONES : [profile.timeZone, ...ZONES];
  return (
    <form className={security.question} onSubmit={submit} noValidate>
      <Field
        id="preferred-name"
        label={t('talk.name')}
        hint={t('talk.name-hint')}
        input={{
          type: 'text',
          autoComplete: 'nickname',
          maxLength: 60,
          value: name,
          onChange: (event) => setName(event.currentTarget.value),
        }}
      />
      <Choose
        id="language"
        label={t('talk.language')}
        hint={t('talk.language-hint')}
        value={language}
        options={LANGUAGES.map((each) => [each, t(`talk.language.${each}`)])}
        onChoose={(value) => setLanguage(value as Profile['language'])}
      />
      <Choose
        id="time-zone"
        label={t('talk.zone')}
        value={timeZone}
        options={zones.map((each) => [each, spokenZone(each)])}
        onChoose={setTimeZone}
      />
      {change.panel !== null ? null : (
        <p className={security.acts}>
          <button type="submit" className={button.primary} disabled={change.isPending}>
            {t('address.save')}
          </button>
          <button type="button" className={button.quiet} onClick={onDone}>
            {t('profile.leave')}
          </button>
        </p>
      )}
    </form>
  );
}

/** "Central Time", from the browser's own list. */
function spokenZone(zone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longGeneric' });
  const name = parts.formatToParts(0).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
  return zone === 'America/Phoenix' ? `${name} (Arizona)` : name;
}

type ChooseProps = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
};

function Choose({ id, label, hint, value, options, onChoose }: ChooseProps): ReactNode {
  return (
    <div className={form.field}>
      <label className={form.label} htmlFor={id}>
        {label}
      </label>
      {hint === undefined ? null : (
        <p className={form.hint} id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <select
        id={id}
        className={form.input}
        value={value}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {options.map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

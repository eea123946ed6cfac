import { NativeSelect, TextInput } from '@mantine/core';
import { activityKinds } from '@roundtrip/contracts/words';
import type { Activity, ApiKey, Person } from '@roundtrip/gateway/api';
import { useAll } from '../api/use-all.js';
import { itemsOf, usePages } from '../api/use-pages.js';
import { useFormats, useWords } from '../words/language.js';
import { type ActivityFilter, type Actor, withWanted } from './activity-filter.js';
import styles from './activity.module.css';

interface FilterInputsProps {
  filter: ActivityFilter;
  /** Activities that are shown: who did them can be chosen. */
  known: readonly Activity[];
  onChange: (filter: ActivityFilter) => void;
}

export function FilterInputs({ filter, known, onChange }: FilterInputsProps) {
  const words = useWords();
  const { compare } = useFormats();
  const actors = useActors(known, filter.actor);
  const kinds = activityKinds.map((kind) => ({ value: kind, label: words.activity.kinds[kind] }));
  const change = (some: ActivityFilter): void => onChange({ ...filter, ...some });
  return (
    <search className={styles.filter}>
      <NativeSelect
        label={words.activity.who}
        value={filter.actor ?? ''}
        onChange={(event) => change({ actor: event.currentTarget.value })}
      >
        <option value="">{words.activity.anybody}</option>
        {actors.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        label={words.activity.what}
        value={filter.kind ?? ''}
        onChange={(event) => change({ kind: event.currentTarget.value })}
        data={[
          { value: '', label: words.activity.anything },
          ...kinds.toSorted((one, other) => compare(one.label, other.label)),
        ]}
      />
      <TextInput
        type="date"
        label={words.activity.from}
        value={filter.from ?? ''}
        max={filter.to}
        onChange={(event) => change({ from: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        label={words.activity.to}
        value={filter.to ?? ''}
        min={filter.from}
        onChange={(event) => change({ to: event.currentTarget.value })}
      />
    </search>
  );
}

/** People and keys by their names: those who were here lately, and those of the activities that are shown. */
function useActors(activities: readonly Activity[], wanted: string | undefined): readonly Actor[] {
  const words = useWords();
  const { compare } = useFormats();
  const people = itemsOf(usePages<Person>('/v1/people', { limit: '200' }).data);
  const keys = useAll<ApiKey>('/v1/api-keys').data ?? [];
  const called = (type: string, id: string, name: string | null): Actor => ({
    id,
    name:
      type === 'person'
        ? (name ?? words.people.erased)
        : type === 'key'
          ? words.activity.key({ name: name ?? id })
          : words.activity.command({ name: name ?? id }),
  });
  const found = [
    ...activities.map(({ actor }) => called(actor.type, actor.id, actor.name)),
    ...people.map(({ personId, name }) => called('person', personId, name)),
    ...keys.map(({ keyId, name }) => called('key', keyId, name)),
  ];
  const once = new Map(found.map((actor) => [actor.id, actor]));
  return withWanted(
    [...once.values()].toSorted((one, other) => compare(one.name, other.name)),
    wanted,
  );
}

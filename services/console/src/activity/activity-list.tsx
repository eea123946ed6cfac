import { Paper, Text } from '@mantine/core';
import type { Activity } from '@roundtrip/gateway/api';
import listStyles from '../shell/list-table.module.css';
import { useFormats, useWords } from '../words/language.js';
import styles from './activity.module.css';

export function ActivityList({ activities }: { activities: readonly Activity[] }) {
  const words = useWords();
  return (
    <Paper withBorder>
      <table className={`${listStyles.table} ${styles.table}`} aria-label={words.activity.title}>
        <thead>
          <tr>
            <th scope="col">{words.activity.when}</th>
            <th scope="col">{words.activity.what}</th>
            <th scope="col">{words.activity.who}</th>
            <th scope="col">{words.activity.address}</th>
            <th scope="col">{words.activity.result}</th>
          </tr>
        </thead>
        <tbody>
          {activities.map((activity) => (
            <ActivityRow key={activity.activityId} activity={activity} />
          ))}
        </tbody>
      </table>
    </Paper>
  );
}

function ActivityRow({ activity }: { activity: Activity }) {
  const words = useWords();
  const formats = useFormats();
  const { at, text, actor, address, result } = activity;
  return (
    <tr>
      <td data-label={words.activity.when}>
        <time dateTime={at}>{formats.moment(at)}</time>
      </td>
      <th scope="row" data-label={words.activity.what}>
        <span>{text}</span>
      </th>
      <td data-label={words.activity.who}>
        <span>
          {actor.name ?? (actor.type === 'person' ? words.people.erased : actor.id)}
          <Text size="xs" c="dimmed">
            {words.activity.actors[actor.type]}
          </Text>
        </span>
      </td>
      <td data-label={words.activity.address}>
        <span>{address ?? words.common.none}</span>
      </td>
      <td data-label={words.activity.result}>
        <Text span size="sm" fw={result === 'ok' ? undefined : 650}>
          {words.activity.results[result]}
        </Text>
      </td>
    </tr>
  );
}

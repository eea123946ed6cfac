import { Text } from '@mantine/core';
import type { Issue } from '@roundtrip/contracts';
import type { IssueGroup } from '@roundtrip/gateway/api';
import { useFormats, useWords } from '../words/language.js';
import styles from './issue-table.module.css';
import { commonHint } from './issues.rules.js';
import { cellOf, type Sheet } from './sheet-places.rules.js';

interface IssueTableProps {
  issues: readonly Issue[];
  group: IssueGroup;
  sheet: Sheet;
}

/** The lines of a group: where, what stands there, and what is said of this line alone. On a narrow page a card each. */
export function IssueTable({ issues, group, sheet }: IssueTableProps) {
  const words = useWords();
  const line = sheet ? words.import.row : words.import.line;
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{line}</th>
          <th scope="col">{words.import.value}</th>
          <th scope="col">{words.import.message}</th>
        </tr>
      </thead>
      <tbody>
        {issues.map((issue, index) => (
          // The list only grows, and an issue has no name of its own.
          // oxlint-disable-next-line react/no-array-index-key
          <IssueRow key={index} issue={issue} group={group} sheet={sheet} />
        ))}
      </tbody>
    </table>
  );
}

function IssueRow({ issue, group, sheet }: Pick<IssueTableProps, 'group' | 'sheet'> & { issue: Issue }) {
  const words = useWords();
  const formats = useFormats();
  const cell = cellOf(sheet, issue);
  const { line, part, value, message, hint, conflict } = issue;
  return (
    <tr>
      <td data-label={sheet ? words.import.row : words.import.line} className="numbers">
        {line === undefined ? words.common.none : formats.number(line)}
        {part !== undefined && ` (${words.import.part({ n: part })})`}
        {cell !== undefined && <div className="code">{cell}</div>}
      </td>
      <td data-label={words.import.value} className="code">
        {value ?? words.common.none}
      </td>
      <td data-label={words.import.message}>
        <div>
          <Text size="sm">{message}</Text>
          {hint !== undefined && hint !== commonHint(group) && (
            <Text size="sm" c="dimmed">
              {hint}
            </Text>
          )}
          {conflict && <Conflict {...conflict} />}
        </div>
      </td>
    </tr>
  );
}

/** The three values of a conflict side by side. */
function Conflict(conflict: { old: string; now: string; new: string }) {
  const words = useWords();
  return (
    <dl className={styles.conflict}>
      {(['old', 'now', 'new'] as const).map((which) => (
        <div key={which} data-which={which}>
          <dt>{words.import[which]}</dt>
          <dd className="code">{conflict[which] === '' ? words.values.none : conflict[which]}</dd>
        </div>
      ))}
    </dl>
  );
}

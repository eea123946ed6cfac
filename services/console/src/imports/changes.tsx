import { useRef, useState } from 'react';
import type { ImportDetails } from '@roundtrip/gateway/api';
import { useMay } from '../session/session.js';
import type { ChangeFilter } from './change-filter.js';
import { ChangeList } from './change-list.js';
import { FieldChanges } from './field-changes.js';
import { mayHaveChanges } from './job-states.js';

/** What an import changes: how many lines by field, and the lines themselves. */
export function Changes({ job }: { job: ImportDetails }) {
  const maySee = useMay('editor') && mayHaveChanges(job);
  const [filter, setFilter] = useState<ChangeFilter>();
  const heading = useRef<HTMLHeadingElement>(null);
  const show = (wanted: ChangeFilter): void => {
    setFilter(wanted);
    // Whoever asks for lines far below is taken there, by eye and by ear.
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <>
      {job.counts && (
        <FieldChanges
          transitions={job.transitions}
          valueChanges={job.valueChanges}
          onShow={maySee ? show : undefined}
        />
      )}
      {maySee && <ChangeList job={job} filter={filter} onFilter={setFilter} heading={heading} />}
    </>
  );
}

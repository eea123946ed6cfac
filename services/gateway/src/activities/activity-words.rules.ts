import type { Said } from '@roundtrip/contracts';
import type { ActivityDocument } from '@roundtrip/database';
import { sentence, type Sentence } from '@roundtrip/words';

/** What somebody did, in a sentence; in a second one what came of it, when it did not come about. */
export function activitySentences(activity: ActivityDocument): Said {
  const said = deedOf(activity);
  const { problem, uncertain } = activity.details ?? {};
  // The end of an import says by itself how it ended.
  if (activity.result !== 'failed' || activity.kind === 'import-ended') return [said];
  const code = textOf(problem);
  return [said, uncertain === true ? sentence('activity-uncertain', { code }) : sentence('activity-refused', { code })];
}

function deedOf({ kind, actor, subject, details = {} }: ActivityDocument): Sentence {
  const who = actor.name ?? actor.id;
  // Of a person who was erased, and of what has no name, the id.
  const what = subject?.name ?? subject?.id ?? '';
  switch (kind) {
    case 'signed-in':
      return sentence('activity-signed-in', { who, by: textOf(details['by']) });
    case 'sign-in-refused':
      return sentence('activity-sign-in-refused', { who });
    case 'signed-out':
      return sentence('activity-signed-out', { who });
    case 'institution-chosen':
      return sentence('activity-institution-chosen', { who });
    case 'sessions-ended':
      return subject
        ? sentence('activity-sessions-ended', { who, whose: what })
        : sentence('activity-session-over', { who, why: textOf(details['why']) });
    case 'person-erased':
      return sentence('activity-person-erased', { who, person: subject?.id ?? '' });
    case 'key-made':
      return sentence('activity-key-made', { who, key: what, role: textOf(details['role']) });
    case 'key-rotated':
      return sentence('activity-key-rotated', { who, key: what });
    case 'key-revoked':
      return sentence('activity-key-revoked', { who, key: what, made: lengthOf(details['made']) });
    case 'institution-changed':
      return sentence('activity-institution-changed', { who });
    case 'definition-saved':
      return sentence('activity-definition-saved', { who, type: subject?.type ?? '', code: what });
    case 'target-saved':
      return sentence('activity-target-saved', { who, target: what });
    case 'target-deleted':
      return sentence('activity-target-deleted', { who, target: what });
    case 'file-downloaded':
      return downloadOf(who, what, textOf(details['file']));
    case 'template-requested':
      return sentence('activity-template-requested', { who, target: what });
    case 'import-requested':
      return details['checkAgainOf'] === undefined
        ? sentence('activity-import-requested', { who, file: what, action: textOf(details['action']) })
        : sentence('activity-import-checked-again', { who, file: what });
    case 'import-started-from-check':
      return sentence('activity-import-started-from-check', { who, file: what });
    case 'import-cancelled':
      return sentence('activity-import-cancelled', { who, file: what });
    case 'import-undone':
      return sentence('activity-import-undone', { who, import: subject?.id ?? '' });
    case 'import-ended':
      return endOf(who, what, details);
    case 'dead-letters-replayed':
      return sentence('activity-dead-letters-replayed', { message: what });
    case 'import-replayed':
      return sentence('activity-import-replayed', { file: what });
  }
}

function downloadOf(who: string, what: string, file: string): Sentence {
  switch (file) {
    case 'template':
      return sentence('activity-template-downloaded', { who, target: what });
    case 'rejected-lines':
      return sentence('activity-rejected-lines-downloaded', { who, file: what });
    case 'changes':
      return sentence('activity-changes-downloaded', { who, file: what });
    default:
      return sentence('activity-activities-downloaded', { who });
  }
}

function endOf(who: string, file: string, details: Readonly<Record<string, unknown>>): Sentence {
  const { action, undoOf, counts, problem } = details;
  const kind = action === 'check' ? 'check' : undoOf === undefined ? 'update' : 'undo';
  const state = textOf(details['state']).toLowerCase();
  if (typeof counts !== 'object' || counts === null) {
    return sentence('activity-import-failed', { who, kind, state, file, code: textOf(problem) });
  }
  const { applied, rejected } = counts as Record<string, unknown>;
  const lines = { applied: Number(applied), rejected: Number(rejected) };
  if (kind === 'undo') return sentence('activity-undo-ended', { who, state, ...lines });
  return kind === 'check'
    ? sentence('activity-check-ended', { who, state, file, ...lines })
    : sentence('activity-update-ended', { who, state, file, ...lines });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const lengthOf = (value: unknown): number => (Array.isArray(value) ? value.length : 0);

/** What a replay comes to, in a sentence for whoever does it. Pure. */

export interface KnownState {
  /** The job's state; undefined when there is no such job. */
  job?: string | undefined;
  /** The state of its mail, where there is one. */
  mail?: string | undefined;
}

const openStates = new Set(['QUEUED', 'RUNNING', 'VALIDATING', 'APPLYING']);

/**
 * @param jobId undefined: the message is about no job
 * @param known undefined: nobody could be asked
 */
export function replayEffect(
  { service, jobId }: { service: string; jobId: string | undefined },
  known: KnownState | undefined,
): string {
  if (jobId === undefined) {
    return 'It is about no job. A command to save or delete a target or a definition is carried out now, over whatever was saved since, unless it was carried out before.';
  }
  if (!known) {
    return `The state of ${jobId} is not known (set MONGO_URL). If it is open it goes on; if it is over it stays as it is.`;
  }
  if (known.job === undefined) return `There is no job ${jobId}: nothing will come of it.`;
  if (service === 'notifications') return mailEffect(jobId, known.mail);
  if (openStates.has(known.job)) return `${jobId} is ${known.job}: it goes on with this message.`;
  if (known.job === 'FAILED') {
    return `${jobId} is FAILED and stays FAILED: its end is told again, no further line is applied and no second mail is sent. To have the work done, ask for it anew.`;
  }
  return `${jobId} is ${known.job} and stays so: its end is told again, and nothing is done twice.`;
}

function mailEffect(jobId: string, mail: string | undefined): string {
  if (mail === 'sent') return `The mail about ${jobId} was sent: it is not sent again.`;
  if (mail === 'failed') return `The mail about ${jobId} is given up: it is not sent any more, which is told again.`;
  return `The mail about ${jobId} is sent now, if one was asked for.`;
}

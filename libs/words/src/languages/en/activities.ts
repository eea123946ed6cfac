/** What somebody has done, as the record of activities says it: one sentence of each kind, and one more where it did not come about. */
export const activities = {
  'activity-not-written':
    'What is to happen has to be written down first, and that is not possible at the moment. Nothing was done. Please try again in a few seconds.',
  'activity-signed-in':
    '{who} signed in {by, select, key {with an API key} link {by a sign-in link} other {by the provider}}.',
  'activity-sign-in-refused': '{who} wanted to sign in and was not let in: none of the groups has a role here.',
  'activity-signed-out': '{who} signed out.',
  'activity-institution-chosen': '{who} went on in this institution.',
  'activity-sessions-ended': '{who} ended all sessions of {whose}.',
  'activity-session-over':
    'The session of {who} ended: {why, select, role {none of the groups has a role here any more} other {the provider did not confirm it any more}}.',
  'activity-person-erased': '{who} erased the name and the address of the person {person}.',
  'activity-key-made': '{who} made the API key {key} with the role {role}.',
  'activity-key-rotated': '{who} had a new API key take over from {key}.',
  'activity-key-revoked':
    '{who} revoked the API key {key}{made, plural, =0 {} one { and # that it made} other { and # that it made}}.',
  'activity-institution-changed': '{who} changed the settings of the institution.',
  'activity-definition-saved':
    '{who} saved the {type, select, authorisation {authorisation} other {criterion}} {code}.',
  'activity-target-saved': '{who} saved the target {target}.',
  'activity-target-deleted': '{who} deleted the target {target}.',
  'activity-template-downloaded': '{who} downloaded the template of the target {target}.',
  'activity-rejected-lines-downloaded': '{who} downloaded the rejected lines of the import {file}.',
  'activity-changes-downloaded': '{who} downloaded the changes of the import {file}.',
  'activity-activities-downloaded': '{who} downloaded the list of activities.',
  'activity-template-requested': '{who} asked for a template of the target {target}.',
  'activity-import-requested': '{who} uploaded {file} for {action, select, check {a check} other {an update}}.',
  'activity-import-checked-again': '{who} asked for another check of {file}.',
  'activity-import-started-from-check': '{who} started the update from the check of {file}.',
  'activity-import-cancelled': '{who} asked the import {file} to stop.',
  'activity-import-undone': '{who} asked for the undo of an import, with the number {import}.',
  'activity-update-ended':
    'The update that {who} asked for {state, select, cancelled {was stopped} other {is over}} ({file}): {applied, plural, one {# line applied} other {# lines applied}}, {rejected, plural, one {# line rejected} other {# lines rejected}}.',
  'activity-undo-ended':
    'The undo that {who} asked for {state, select, cancelled {ended early} other {is over}}: {applied, plural, one {# line applied} other {# lines applied}}, {rejected, plural, one {# line rejected} other {# lines rejected}}.',
  'activity-check-ended':
    'The check that {who} asked for {state, select, cancelled {was stopped} other {is over}} ({file}): {applied, plural, one {# line would be applied} other {# lines would be applied}}, {rejected, plural, one {# line rejected} other {# lines rejected}}.',
  'activity-import-failed':
    'The {kind, select, check {check} undo {undo} other {update}} that {who} asked for {state, select, rejected {was refused} other {failed}} ({file}): {code}.',
  'activity-dead-letters-replayed': 'Operations sent a message again that could not be processed ({message}).',
  'activity-import-replayed': 'Operations asked again for the import {file}, after the database had been restored.',
  'activity-refused': 'It was refused ({code}), and nothing was done.',
  'activity-uncertain': 'It was answered with an error ({code}); whether it was done is not certain.',
} as const;

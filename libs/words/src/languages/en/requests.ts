/** What the interface answers to a request that it does not carry out, and how jobs end that nobody could carry out. */
export const requests = {
  // Who asks
  'key-needed': 'Please send an API key as bearer token, or sign in.',
  'key-unknown': 'This API key is not known.',
  'key-ended': 'This API key ended on {day}. An administrator of your institution can make a new one.',
  'session-ended': 'The session has ended. Please sign in again.',
  'provider-unavailable':
    '{name} does not answer at the moment, so nobody can sign in by it. Please try again in a few minutes.',
  'provider-none': 'Nobody signs in by a provider here. Please use an API key, or a sign-in link.',
  'sign-in-no-longer':
    'You no longer have a role in {name}: the groups that you belong to have none there any more. Please ask an administrator there.',
  'session-of-key':
    'This sign-in stands for an API key, which belongs to one institution. Please sign in with a key of the other one.',
  'person-unknown':
    'This person has never signed in here, so there is nowhere to keep the language. Please sign in once, or send Accept-Language with each request.',
  'token-unknown':
    'This token is none that counts here. Please get a new one from the provider, made for this interface.',
  'token-over': 'This token is over. Please get a new one from the provider.',
  'token-no-role': 'None of the groups in this token has a role in the institution. Please ask an administrator there.',
  'token-several-institutions':
    'You belong to several institutions. Please say in the header Roundtrip-Institution which one is meant.',
  'making-key-revoked': 'The key that was to make this one was revoked meanwhile.',
  'role-needed':
    '{what, select, update {An update} overwriting {Overwriting newer values} refusals {Overwriting refusals} sessions {Ending the sessions of another key} other {This}} needs the role {needed}; this key has the role {role}.',
  'foreign-page':
    'This came from a page of {from}. With a sign-in, changes are accepted from the pages of {own} only: please open that address. If it is not the one that people use, PUBLIC_URL of the gateway has to be corrected.',
  'foreign-page-unknown':
    'This came from a page of another site. With a sign-in, changes are accepted from the pages of {own} only: please open that address. If it is not the one that people use, PUBLIC_URL of the gateway has to be corrected.',
  'sign-in-code-gone': 'This sign-in link was used already, or its ten minutes are over. Please ask for a new one.',
  'key-deletes-itself': 'A key cannot delete itself. Please use another one.',
  'keys-too-many':
    'Your institution has {most, number} API keys, as many as it may have. Please delete one that nobody uses any more first.',
  'key-last-administrator': 'No key of an administrator would be left that goes on. Please make another one first.',
  'key-replaced':
    'Another key takes over from this one already, or it was revoked. Please rotate that one, or make a new key.',

  // How often and how much
  'requests-too-many': 'This is more than {most, plural, one {# request} other {# requests}} in a minute.',
  'list-pages-too-many':
    'These are more than {most, plural, one {# page} other {# pages}} of contacts and further pages of lists in a minute.',
  'sign-ins-too-many':
    'From your address somebody tried to sign in with wrong keys {most, plural, one {# time} other {# times}}.',
  'sign-ins-begun-too-many':
    'From your address {most, plural, one {# sign-in was begun} other {# sign-ins were begun}} within an hour, which is as many as may be.',
  'upload-bytes-too-many':
    'Your institution has uploaded {most, plural, one {# byte} other {# bytes}} within an hour, which is as much as it may.',
  'mails-to-recipient-too-many':
    'With a mail to this address {most, plural, one {# template was} other {# templates were}} asked for within an hour. Ask for it without a mail: it can be fetched on the page.',
  'mails-of-institution-too-many':
    'Your institution has asked for {most, plural, one {# template} other {# templates}} by mail within an hour. Ask for it without a mail: it can be fetched on the page.',
  'again-in-seconds': 'Please try again {seconds, plural, one {in a second} other {in # seconds}}.',
  'again-in-minutes': 'Please try again {minutes, plural, one {in a minute} other {in # minutes}}.',
  'uploads-at-once':
    'Your institution is uploading {most, plural, one {# file} other {# files}} already. Please try again when one of them has arrived.',
  'streams-of-key':
    'With this key {most, plural, one {# window or program follows} other {# windows or programs follow}} events already. Please close one of them.',
  'streams-at-once': 'So many follow events already that there is no place for more. Please try again a little later.',
  'heavy-reads-at-once':
    'Your institution has {most, number} previews, searches, lists of changes or exports open already. Please try again in a moment, when one of them is done.',

  // How it was asked
  'route-unknown': 'There is nothing at this address. The routes are listed at /docs.',
  'method-not-allowed': '{method} is not possible here, only {allowed}.',
  'request-malformed': 'The request cannot be read: it is not well-formed HTTP or its address is not well encoded.',
  'not-http': 'The request is not well-formed HTTP.',
  'request-too-slow': 'The request did not arrive in time.',
  'headers-too-large': 'The headers of the request are larger than 16 kB.',
  'idempotency-key-invalid': 'An Idempotency-Key has 1 to 100 visible ASCII characters.',
  'idempotency-key-in-use': 'The first request with this Idempotency-Key is still running.',
  'idempotency-key-reused': 'This Idempotency-Key was used for another request. Please take a new one.',
  'cursor-invalid': 'This cursor does not come from this list. Please start from its beginning.',
  'cursor-of-another-list': 'Not a cursor of this list.',
  'json-malformed': 'The body is not well-formed JSON.',
  'json-not-utf-8': 'The body is not UTF-8.',
  'json-too-deep': 'The body is nested deeper than {most, number} levels.',
  'json-too-many-entries':
    '{what, select, list {A list} other {An object}} in the body has more than {most, number} entries.',
  'body-missing': 'This needs a body of the type application/json.',
  'body-no-json': 'The body has to be application/json in UTF-8, not compressed.',
  'body-too-large': 'The body is larger than {most, number} kB.',
  'body-too-slow': 'The body did not arrive in time.',
  'characters-invalid': 'A text holds NUL or half of a character, which no text may. Please leave it out.',
  'character-invalid': 'This holds NUL or half of a character, which no text may.',
  'event-id-invalid': 'This Last-Event-ID is not the id of an event of this stream.',
  'property-unknown': 'This is not known here.',
  'more-faults': 'And {n, number} more.',
  'not-found':
    'There is no such {what, select, authorisation {authorisation} criterion {criterion} target {target} template {template} contact {contact} import {import} key {API key} institution {institution} person {person} other {file}} in your institution.',

  // A part of the system is in trouble
  'part-away': 'A part of the system that this needs does not answer at the moment. Please try again in a few seconds.',
  'not-ready': 'The service is not ready. Please try again in a few seconds.',
  'took-too-long': 'This asks for more than can be found out in time. Please narrow it, or try again later.',
  'our-fault': 'This is a fault on our side. Please try again later.',
  'still-open':
    'This takes longer than usual. It will be done without another request; please look again a little later.',

  // Uploads
  'upload-no-form': 'An upload has to be multipart/form-data.',
  'form-malformed':
    'The form cannot be read: it is cut off, has no boundary, or has part headers that are not well formed.',
  'parts-too-many': 'The form has too many parts.',
  'file-without-name': 'The part "file" has no file name: it has to be sent as a file.',
  'file-missing': 'The form has no part "file" with a file name.',
  'field-after-file': 'It stands after the file; all fields have to come before it.',
  'form-field-unknown': 'This field is not known.',
  'form-field-too-long': 'This is too long.',
  'form-field-twice': 'It is there twice.',
  'form-field-missing': 'Missing: it has to stand before the file.',
  'one-file-only': 'There may be one file only.',
  'file-in-other-part': 'The file has to be in the part "file".',
  'upload-cut-off': 'The upload was cut off.',
  'upload-stalled': 'The bytes of the upload arrive too slowly, or no more of them.',

  // Addresses
  'address-sends-on': 'An address with {sign} may send a mail on to others, and is not taken.',
  'address-invalid': 'This is not one e-mail address.',
  'address-of-one': 'Write the address of one person, as in marie@example.org.',
  'domain-not-allowed': 'Your institution sends mails to these domains only: {allowed}.',

  // Imports and templates
  'import-not-undoable': 'Only an update that is over and has changed something can be undone.',
  'import-not-checked': 'Only from a check in the state CHECKED can an update be started.',
  'import-without-file': 'This import was made without a file: there is none to check.',
  'upload-expired': 'The file of this import is too old and no longer there. Please upload it again.',
  'import-finished': 'The import is over ({state}): there is nothing left to stop.',
  'import-not-finished': 'The import is still running. Please ask again when it has ended.',
  'import-without-report': 'There is nothing to fetch: the import is {state}, its lines were not all looked at.',
  'report-expired': 'The reports of this import are too old and no longer there; its counts and changes are.',
  'changes-need-field':
    'This goes with `from`, `to`, `added` and `removed`: name the field whose values they are. It has: {fields}',
  'changes-field-unknown': 'The file of this import has no such field. It has: {fields}',
  'changes-only-json': 'Only with `Accept: application/json`: the file holds all changes.',
  'template-expired': 'This template is too old to be fetched. Please ask for a new one.',
  'template-empty': 'There is no file: the target held no contact.',
  'template-not-made': 'There is no file: the template could not be made.',
  'template-not-ready': 'The file is being made. Please fetch it when the state is READY.',
  'template-field-unknown':
    '"{code}" is the code of no {type, select, authorisations {authorisation} other {criterion}} of your institution.',
  'template-field-inactive':
    'The {type, select, authorisations {authorisation} other {criterion}} {code} is inactive. Activate it, or leave it out.',
  'template-field-twice':
    'The {type, select, authorisations {authorisation} other {criterion}} {code} stands twice. Name it once.',
  'template-rule-unfit': 'The rule of the target no longer fits the fields of your institution.',

  // Definitions and targets
  'target-unknown': 'There is no such target.',
  'target-code-taken': 'Another target has the code "{code}". Codes are unique: choose another one.',
  'code-taken': 'This code is taken.',
  'rule-invalid': 'The rule cannot be used as it is.',
  'target-invalid': 'The target cannot be saved as it is.',
  'target-code-form': 'A code has 1 to 40 letters, digits, - or _, and begins with a letter or a digit.',
  'name-form': 'A name has 1 to 200 characters in one line.',
  'domain-form': 'A domain such as theatre.example is needed, without @.',
  'groups-twice': 'Each group once, please.',
  'page-limit': 'A whole number from 1 to 200 is needed.',
  'name-needed': 'A name is needed.',
  'rule-too-large': 'The conditions take more than {most, number} kB together: use fewer or shorter values.',
  'definition-unknown': 'There is no field with the code "{code}".',
  'value-true': 'True',
  'value-false': 'False',
  'value-never-stated': 'Never stated',
  'value-any-text': 'Any text',
  'definition-code-taken': 'The code "{code}" is taken. Codes are unique: choose another one.',
  'definition-invalid': 'The definition cannot be saved as it is.',
  'definition-code-form': 'A code has 1 to 40 letters without accents, digits, - or _, and begins with a letter.',
  'kind-needed': 'A new criterion needs a kind.',
  'kind-fixed': 'The kind of a criterion cannot change; it is {kind}.',
  'kind-without-values': 'Only a LIST or a MULTI_LIST has values.',
  'criterion-without-values': '{code} is a {kind}: only a LIST or a MULTI_LIST has values.',
  'fields-active-too-many':
    'An institution has up to {most, number} active {type, select, authorisations {authorisations} other {criteria}}: deactivate one that is not used any more.',
  'values-kept-too-many':
    'A criterion keeps up to {most, number} values, inactive ones included: activate one of these again, or make a new criterion.',
  'values-too-many': 'A criterion has up to {most, number} values.',
  'value-code-twice': 'This code stands twice in the list.',
  'value-code-reserved': 'Empty is reserved: in a file it removes the value.',
  'value-code-form': 'A value code has 1 to 60 characters, no |, no control characters and no blanks around it.',
  'value-name-needed': 'A new value needs a name.',

  // Conditions of a rule
  'rule-too-deep': 'Groups may be nested up to {most, number} deep.',
  'rule-too-long': 'A rule has up to {most, number} conditions.',
  'rule-node': 'Either one of {groups} with a list, or field, is and value are needed.',
  'rule-property-unknown': 'A condition has field, is and value, not "{property}".',
  'rule-field-unknown': '"{field}" is no field of this institution.',
  'rule-field-names': 'Fields are contact.…, criteria.CODE and authorisations.CODE.',
  'rule-operator-unknown': '"{operator}" is no operator of {field}.',
  'rule-operators': 'Operators of this field: {operators}.',
  'rule-days': 'A whole number of days from 0 to {most, number} is needed.',
  'rule-no-value': 'This operator takes no value; leave it out.',
  'rule-list': 'A list of 1 to {most, number} values is needed.',
  'rule-values-not-read': 'The values behind that were not looked at.',
  'rule-pair': 'A list of two values, from and to, is needed.',
  'rule-pair-order': 'The first value must not come after the second.',
  'rule-boolean': 'true or false is needed (for no value use the operator "empty").',
  'rule-number': 'A number is needed, without quotes.',
  'rule-date': 'A real date in the form "YYYY-MM-DD" is needed.',
  'rule-text':
    'A text of 1 to {most, number} characters without control characters is needed (for no value use the operator "empty").',
  'rule-code': 'A value code is needed, as text.',
  'rule-code-unknown': '"{code}" is no value code of this field.',

  // Jobs that were not brought to their end
  'job-end-not-recorded':
    'This has ended, but because of a fault on our side its result could not be recorded. Please contact the support.',
  'template-abandoned': 'The template could not be made.',
  'import-abandoned': 'The import could not be finished.',
  'job-abandoned': 'We started it again several times, and nobody brought it to its end.',
  'ask-for-template-again': 'Please ask for it again.',
  'start-import-again': 'No contact was changed. Please start it again.',
  'start-update-again':
    'What had been applied stays; no other line will be. Please start it again with the same file: what is applied already counts as unchanged.',
  'mail-address-invalid': 'The address is not one e-mail address.',
  'mail-not-made': 'The mail could not be made because of a fault on our side.',
  'mail-refused': 'The mail server refuses the mail.',
  'mail-refused-with': 'The mail server refuses the mail: {reply}',
  'mail-late': 'The mail could not be sent for hours. It may still come.',
  'template-target-gone':
    'The target no longer exists: it was deleted after the template was asked for. Choose another target.',
  'template-not-prepared':
    'The template could not be prepared because of a fault on our side. Please ask for it again.',
  'template-rule-invalid':
    'The rule of the target {code} no longer fits the fields of the institution. Correct the target and ask again.',
  'template-field-gone': 'The field {code} is no longer active. Choose the fields of the template anew.',
  'template-no-fields':
    'There is nothing to edit: the institution has no active {type, select, authorisations {authorisations} other {criteria}}.',
} as const;

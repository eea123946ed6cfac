/** The limits of the API (`GET /v1/limits`), each with what it is counted for. */
export const limits = {
  title: 'Limits',
  lead: 'So much may be asked for, so that nobody holds up others; ordinary work does not come near. Who asks for more is told when to try again. Where several gateways run, each counts for itself.',
  requestsPerMinute: 'Requests a minute, of one key',
  listPagesPerMinute: 'Pages of contacts and further pages of lists a minute, of one key',
  heavyReadsAtOnce: 'Previews and searches at once, of the institution',
  heavyRead: 'Longest time for one of them',
  uploadsAtOnce: 'Uploads at once, of the institution',
  uploadBytesPerHour: 'Uploaded an hour, of the institution',
  uploadMaxBytes: 'Largest file',
  eventStreamsPerKey: 'Windows that follow live at once, of one key',
  eventStreamsAtOnce: 'Windows that follow live at once, of everybody',
  templateMailsPerRecipient: 'E-mails about templates an hour, to one address',
  templateMailsPerInstitution: 'E-mails about templates an hour, of the institution',
  signInFailuresPerHour: 'Sign-ins with a wrong key an hour, from one address',
  signInsPerHour: 'Sign-ins by the provider an hour, from one address',
} as const;

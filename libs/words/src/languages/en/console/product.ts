/** Words of the product that several pages say. */
export const product = {
  lines: '{n, plural, one {# line} other {# lines}}',
  contacts: '{n, plural, one {# contact} other {# contacts}}',
  roles: { viewer: 'viewer', editor: 'editor', operator: 'operator', admin: 'admin' },
  roleMeans: {
    viewer: 'sees everything, changes nothing',
    editor: 'also targets, templates and checks',
    operator: 'also updates, undo and overwriting newer values',
    admin: 'also definitions, settings, keys and overwriting refusals',
  },
  dataTypes: { criteria: 'Contact criteria', authorisations: 'Authorisations', contacts: 'Contacts' },
  dataTypeHints: {
    criteria: 'A template with [old] and [new] columns of criteria',
    authorisations: 'A template with [old] and [new] columns of authorisations',
    contacts: 'New contacts, or their names and addresses',
  },
  kinds: {
    LIST: 'One value of a list',
    MULTI_LIST: 'Several values of a list',
    BOOLEAN: 'True or false',
    TEXT: 'Text',
    NUMBER: 'Number',
    DATE: 'Date',
    AUTHORISATION: 'Authorisation',
  },
  values: { true: 'True', false: 'False', empty: 'Empty', none: 'No value' },
} as const;

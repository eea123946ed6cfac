import type { ChainFault } from '@roundtrip/database';

/** What is wrong with a chain, in a sentence for whoever runs the product. */
export function faultInWords({ fault, seq, until }: ChainFault): string {
  switch (fault) {
    case 'changed':
      return `${seq} was changed: it is not what was hashed.`;
    case 'name-changed':
      return `${seq} has another name than the one that was written.`;
    case 'removed':
      return until === undefined ? `${seq} was removed.` : `${seq} to ${until} were removed.`;
    case 'added':
      return `${seq} was added, or stands at another place than it was written at.`;
    case 'unlinked':
      return `${seq} was written after another one than ${seq - 1}, as it stands now.`;
    case 'head-missing':
      return 'The document that says how far they go is not there.';
    case 'head-changed':
      return `The document that says how far they go names another ${seq}.`;
    case 'anchor':
      return `${seq} is not the one that was noted: it was written anew, or one before it.`;
  }
}

import { describe, expect, it } from '@jest/globals';
import { english } from './console.js';
import { messageText } from './message.js';
import { pseudoMessage, pseudoMessages } from './pseudo.js';

describe('the language that nobody speaks', () => {
  it('has strange letters, and more of them', () => {
    expect(pseudoMessage('Download, please')).toBe('Đööŵñļööààđ, þļééààššéé');
    expect(pseudoMessage('–')).toBe('–');
  });

  it('leaves parameters as they are, those in branches as well', () => {
    const lines =
      '{n, plural, one {# line of {file}} other {# lines of {file}}} in {kind, select, zip {a zip} other {a file}}';
    const params = { n: 1_234, file: 'old.csv', kind: 'zip' };
    expect(messageText('en', pseudoMessage(lines), params)).toBe('1,234 ļîîñééšš ööƒ old.csv îîñ àà žîîþ');
    expect(messageText('en', pseudoMessage(lines), { ...params, n: 1 })).toBe('1 ļîîñéé ööƒ old.csv îîñ àà žîîþ');
  });

  it('is about two fifths longer than English', () => {
    const length = (messages: Record<string, string>): number => Object.values(messages).join('').length;
    const longer = length(pseudoMessages(english).upload.doubtful) / length(english.upload.doubtful);
    expect(longer).toBeGreaterThan(1.3);
    expect(longer).toBeLessThan(1.5);
  });
});

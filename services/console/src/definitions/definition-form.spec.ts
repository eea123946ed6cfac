import { describe, expect, it } from '@jest/globals';
import { changed, created, formOf } from './definition-form.js';

const teacher = { code: 'TEACHER', name: 'Teacher', rank: 3, active: true };

describe('what is sent of a definition', () => {
  it.each([
    ['nothing was touched', {}, {}],
    ['the name has blanks around it', { name: ' Schoolteacher ' }, { name: 'Schoolteacher' }],
    ['the rank is 0', { rank: 0 }, { rank: 0 }],
    ['the rank was cleared', { rank: '' as const }, {}],
    ['it is not to be used any more', { active: false }, { active: false }],
  ])('is only what was changed, when %s', (_, touched, sent) => {
    expect(changed(teacher, { ...formOf(teacher), ...touched })).toEqual(sent);
  });

  it('leaves the rank of a new one to the API', () => {
    expect(created({ name: 'Teacher', rank: '', active: true })).toEqual({ name: 'Teacher' });
    expect(created({ name: 'Teacher', rank: -2, active: true })).toEqual({ name: 'Teacher', rank: -2 });
  });
});

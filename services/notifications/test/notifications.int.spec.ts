import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import {
  jobAbandoned,
  mailFailed,
  mailSent,
  templateCompleted,
  templateFailed,
  templateOutcomeKey,
  updateCompleted,
  updateFailed,
  validationFailed,
  validationRejected,
  validationRejectedV1,
} from '@roundtrip/contracts';
import { noteEnd } from '@roundtrip/test-kit';
import { counts, NotificationsFixture } from './notifications-fixture.js';

const open: { close(): Promise<void> }[] = [];
async function start(...options: Parameters<typeof NotificationsFixture.start>): Promise<NotificationsFixture> {
  const fixture = await NotificationsFixture.start(...options);
  open.push(fixture);
  return fixture;
}
afterEach(async () => {
  for (const one of open.splice(0).toReversed()) await one.close();
});

const at = '2026-03-01T09:00:00.000Z';

describe('notifications', () => {
  it.each([
    ['csv', 'contact-criteria_ALL_20260301-0900.zip', 'application/zip', 'unzip the file'],
    [
      'xlsx',
      'contact-criteria_ALL_20260301-0900.xlsx',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Save it as .xlsx again',
    ],
  ] as const)('sends the template to the one who asked, byte for byte, as %s', async (format, name, type, advice) => {
    const fixture = await start();
    const templateId = await fixture.templateJob({ format });
    const bytes = randomBytes(3_000_000);

    await fixture.service.receives(templateCompleted, await fixture.templateFile(templateId, bytes, name));

    const [mail, ...others] = await fixture.mails();
    expect(others).toEqual([]);
    expect(mail).toMatchObject({
      subject: expect.stringMatching(/^Your template is ready: ALL, contact criteria, \d+ \w+ \d{4} at/),
      envelope: { to: [{ address: fixture.address }] },
      attachments: [{ filename: name, contentType: type }],
    });
    expect(mail?.text).toContain('Everybody');
    expect(mail?.text.replaceAll(/\s+/g, ' ')).toContain(advice);
    expect(mail?.html).toContain('Everybody');
    expect(mail?.headers['message-id']).toBe(`<${templateId}@roundtrip.roundtrip.example>`);
    expect(mail?.headers['auto-submitted']).toBe('auto-generated');
    expect(mail && (await fixture.attachment(mail)).equals(bytes)).toBe(true);
    const { institution } = fixture;
    expect(fixture.service.published(mailSent)).toEqual([
      { jobId: templateId, institution, kind: 'template-ready', sentAt: expect.any(String) },
    ]);
    expect(await fixture.database.mails.findOne({ _id: templateId })).toMatchObject({ state: 'sent' });
  });

  it('links a template that is too large to be attached', async () => {
    const fixture = await start({ MAIL_ATTACHMENT_MAX_BYTES: '99', PUBLIC_URL: 'https://roundtrip.example/' });
    const templateId = await fixture.templateJob();
    await fixture.service.receives(templateCompleted, await fixture.templateFile(templateId, randomBytes(100)));
    const [mail] = await fixture.mails();
    expect(mail?.attachments ?? []).toEqual([]);
    expect(mail?.text).toContain(`https://roundtrip.example/templates/${templateId}`);
    expect(mail?.text).toContain('The file is kept until 8 March 2026');
  });

  it.each([
    ['lists no domain', []],
    ['lists others', ['city.example', 'box.theatre.example']],
  ])('sends a link and never the file when the institution %s', async (_, domains) => {
    const fixture = await start();
    await fixture.listDomains(domains);
    const templateId = await fixture.templateJob();
    const bytes = randomBytes(1_000);
    await fixture.service.receives(templateCompleted, await fixture.templateFile(templateId, bytes));
    const [mail, ...others] = await fixture.mails();
    expect(others).toEqual([]);
    expect(mail?.attachments ?? []).toEqual([]);
    expect(mail?.text).toContain('not attached: it holds contact data');
    expect(mail?.text).toContain(`/templates/${templateId}`);
    expect(fixture.service.published(mailSent)).toHaveLength(1);
  });

  it('goes by the domains that are listed when the mail is made, not when it was asked for', async () => {
    const fixture = await start();
    const templateId = await fixture.templateJob();
    const completed = await fixture.templateFile(templateId, randomBytes(1_000));
    await fixture.listDomains([]);
    await fixture.service.receives(templateCompleted, completed);
    const later = await fixture.templateJob();
    await fixture.listDomains(['theatre.example']);
    await fixture.service.receives(templateCompleted, await fixture.templateFile(later, randomBytes(1_000)));
    const mails = await fixture.mails();
    const filesOf = (jobId: string) =>
      mails.filter(({ text }) => text.includes(jobId)).map(({ attachments }) => attachments?.length ?? 0);
    expect([filesOf(templateId), filesOf(later)]).toEqual([[0], [1]]);
  });

  it('writes about every end of a job, in the language of the institution', async () => {
    const fixture = await start({}, 'fr');
    const { institution, service } = fixture;
    const completedAt = at;
    const empty = {
      templateId: await fixture.templateJob(),
      institution,
      state: 'EMPTY' as const,
      lines: 0,
      completedAt,
    };
    await service.receives(templateCompleted, empty);
    const failure = { institution, code: 'TARGET_UNKNOWN', detail: '-', failedAt: at };
    await service.receives(templateFailed, { ...failure, templateId: await fixture.templateJob() });
    await service.receives(validationFailed, { ...failure, importId: await fixture.importJob() });
    await service.receives(updateFailed, { ...failure, importId: await fixture.importJob() });
    const importId = await fixture.importJob();
    await service.receives(validationRejected, {
      importId,
      institution,
      code: 'ZIP_CORRUPT',
      rejectedAt: at,
    });
    for (const state of ['CHECKED', 'DONE', 'DONE_WITH_ERRORS', 'CANCELLED'] as const) {
      const action = state === 'CHECKED' ? ('check' as const) : ('update' as const);
      const rejected = state === 'CHECKED' || state === 'DONE_WITH_ERRORS' ? 1 : 0;
      const sums = { ...counts, rejected, total: counts.total - 1 + rejected };
      const done = {
        importId: await fixture.importJob({ action }),
        institution,
        action,
        state,
        counts: sums,
        completedAt,
      };
      await service.receives(updateCompleted, done);
    }

    const subjects = (await fixture.mails()).map(({ subject }) =>
      subject.replaceAll(/[\u00a0\u202f]/g, ' ').replace(/, \d+ \p{L}+ \d{4} à \d\d:\d\d UTC$/u, ', DATE'),
    );
    expect(subjects.toSorted()).toEqual(
      [
        'Pas de modèle, la cible est vide : ALL, critères, DATE',
        'Votre modèle n’a pas pu être créé : ALL, critères, DATE',
        'Échec de l’import : autorisations, DATE',
        'Échec de l’import : autorisations, DATE',
        'Ce fichier est inutilisable : autorisations, DATE',
        'Contrôle terminé, 1 ligne en erreur : autorisations, DATE',
        'Import terminé : autorisations, DATE',
        'Import terminé, 1 ligne rejetée : autorisations, DATE',
        'Import arrêté : autorisations, DATE',
      ].toSorted(),
    );
    expect(service.published(mailSent)).toHaveLength(9);
  });

  it('writes in the language of who asked, whatever that of the institution is', async () => {
    const fixture = await start({}, 'en');
    const { institution, service } = fixture;
    const templateId = await fixture.templateJob({ language: 'fr' });
    await service.receives(templateCompleted, { templateId, institution, state: 'EMPTY', lines: 0, completedAt: at });
    const [mail] = await fixture.mails();
    expect(mail?.subject).toMatch(/^Pas de modèle/);
    expect(mail?.html).toContain('<html lang="fr">');
  });

  it('writes about a job that was given up, once', async () => {
    const fixture = await start();
    const { institution, service } = fixture;
    const given = { institution, code: 'JOB_ABANDONED', detail: '-', abandonedAt: at };
    const abandoned = { at: new Date(at), code: 'JOB_ABANDONED', detail: '-' };
    const templateId = await fixture.templateJob({ abandoned });
    const importId = await fixture.importJob({ abandoned });
    for (const said of [
      { ...given, jobId: templateId, jobType: 'template' as const },
      { ...given, jobId: importId, jobType: 'import' as const },
    ]) {
      await service.receives(jobAbandoned, said);
      await service.receives(jobAbandoned, said);
    }
    const mails = await fixture.mails();
    expect(mails.map(({ text }) => text.replaceAll(/\s+/g, ' ').includes('nobody brought it to its end'))).toEqual([
      true,
      true,
    ]);
    expect(service.published(mailSent).map(({ kind }) => kind)).toEqual([
      'template-failed',
      'template-failed',
      'import-finished',
      'import-finished',
    ]);
  });

  it('believes no end of another job, of another institution, with another file, or of none', async () => {
    const fixture = await start();
    const { institution, service, database } = fixture;
    const templateId = await fixture.templateJob();
    const importId = await fixture.importJob();
    const completed = await fixture.templateFile(templateId, randomBytes(10));
    const done = { importId, institution, action: 'update' as const, state: 'DONE' as const, counts, completedAt: at };
    await service.receives(templateCompleted, { ...completed, file: { ...completed.file!, objectKey: 'tpl_2.zip' } });
    await service.receives(templateCompleted, { ...completed, institution: 'other' });
    await service.receives(updateCompleted, { ...done, institution: 'other' });
    await service.receives(updateCompleted, { ...done, action: 'check', state: 'CHECKED' });
    await service.receives(updateCompleted, { ...done, importId: 'imp_unknown' });
    const given = { institution, code: 'JOB_ABANDONED', detail: 'See https://evil.example', abandonedAt: at };
    await service.receives(jobAbandoned, { ...given, jobId: importId, jobType: 'import' });
    expect(service.deadLetters().map(({ headers }) => headers['reason-code'])).toEqual([
      'MESSAGE_CONTRADICTED',
      'MESSAGE_CONTRADICTED',
      'MESSAGE_CONTRADICTED',
      'MESSAGE_CONTRADICTED',
      'JOB_UNKNOWN',
      'MESSAGE_CONTRADICTED',
    ]);
    expect(await fixture.mails()).toEqual([]);
    expect(await database.mails.countDocuments({ institution })).toBe(0);
    await service.receives(templateCompleted, completed);
    await service.receives(updateCompleted, done);
    expect(await fixture.mails()).toHaveLength(2);
  });

  it('tells no end that nobody has noted, or otherwise than it is noted, and does not use up the mail of the true one', async () => {
    const fixture = await start();
    const { institution, service, database } = fixture;
    const [templateId, importId] = [await fixture.templateJob(), await fixture.importJob()];
    const completed = await fixture.templateFile(templateId, randomBytes(10));
    const done = { importId, institution, action: 'update' as const, state: 'DONE' as const, counts, completedAt: at };
    const evil = { institution, code: 'FILE_EMPTY' as const, detail: 'See https://evil.example', failedAt: at };
    await fixture.hearsForged(templateCompleted, completed);
    await fixture.hearsForged(templateFailed, { ...evil, templateId });
    await fixture.hearsForged(validationRejected, { ...evil, importId, rejectedAt: at });
    await fixture.hearsForged(validationRejectedV1, { ...evil, importId, rejectedAt: at });
    await fixture.hearsForged(validationFailed, { ...evil, importId });
    await fixture.hearsForged(updateCompleted, done);
    await fixture.hearsForged(updateFailed, { ...evil, importId });
    await noteEnd(fixture, updateCompleted, done);
    await fixture.hearsForged(updateCompleted, { ...done, counts: { ...counts, applied: 0, unchanged: 9 } });
    await fixture.hearsForged(updateFailed, { ...evil, importId });
    expect(service.deadLetters().map(({ headers }) => headers['reason-code'])).toEqual(
      Array.from({ length: 9 }, () => 'MESSAGE_CONTRADICTED'),
    );
    expect(await fixture.mails()).toEqual([]);
    expect(await database.mails.countDocuments({ institution })).toBe(0);
    await fixture.hearsForged(updateCompleted, done);
    await service.receives(templateCompleted, completed);
    const subjects = (await fixture.mails()).map(({ subject }) => subject);
    expect(subjects).toEqual(expect.arrayContaining([expect.stringMatching(/^Import finished/)]));
    expect(subjects).toHaveLength(2);
  });

  it('says again what became of the mail about a template whose files are gone', async () => {
    const fixture = await start();
    const templateId = await fixture.templateJob();
    const completed = await fixture.templateFile(templateId, randomBytes(10));
    await fixture.service.receives(templateCompleted, completed);
    await fixture.objects.remove('templates', templateOutcomeKey(templateId));
    await fixture.hearsForged(templateCompleted, completed);
    expect(fixture.service.deadLetters()).toEqual([]);
    expect(fixture.service.published(mailSent)).toHaveLength(2);
    expect(await fixture.mails()).toHaveLength(1);
  });

  it('sends nothing when no mail was asked for', async () => {
    const fixture = await start();
    const importId = await fixture.importJob();
    await fixture.database.jobs.updateOne({ _id: importId }, { $unset: { email: '' } });
    const { institution } = fixture;
    const done = { importId, institution, action: 'update' as const, state: 'DONE' as const, counts, completedAt: at };
    await fixture.service.receives(updateCompleted, done);
    expect(await fixture.mails()).toEqual([]);
    expect(await fixture.database.mails.countDocuments()).toBe(0);
    expect(fixture.service.published(mailSent)).toEqual([]);
  });

  it('sends one mail a job, however often and by how many workers its end is told', async () => {
    const fixture = await start();
    const importId = await fixture.importJob();
    const { institution, service } = fixture;
    const done = { importId, institution, action: 'update' as const, state: 'DONE' as const, counts, completedAt: at };

    await Promise.all([1, 2, 3].map(() => service.receives(updateCompleted, done)));
    await service.receives(updateCompleted, done);
    await service.receives(updateFailed, { importId, institution, code: 'X', detail: '-', failedAt: at });

    expect(await fixture.mails()).toHaveLength(1);
    const told = service.published(mailSent);
    expect(told).toHaveLength(5);
    expect(new Set(told.map((data) => JSON.stringify(data))).size).toBe(1);
  });

  it('sends again under the same Message-ID what a worker that died was sending', async () => {
    const fixture = await start();
    const importId = await fixture.importJob();
    const { institution } = fixture;
    await fixture.database.mails.insertOne({
      _id: importId,
      institution,
      kind: 'import-finished',
      state: 'sending',
      messageId: '<first@roundtrip.example>',
      claimedAt: new Date(Date.now() - 60_000),
    });
    const done = { importId, institution, action: 'update' as const, state: 'DONE' as const, counts, completedAt: at };
    await fixture.service.receives(updateCompleted, done);
    const mails = await fixture.mails();
    expect(mails.map(({ headers }) => headers['message-id'])).toEqual(['<first@roundtrip.example>']);
    expect(fixture.service.published(mailSent)).toHaveLength(1);
  });

  it('says that a mail was sent once Kafka takes messages again, without sending it twice', async () => {
    const fixture = await start();
    const importId = await fixture.importJob();
    const { institution } = fixture;
    fixture.service.refusePublishing(2);
    const done = { importId, institution, action: 'update' as const, state: 'DONE' as const, counts, completedAt: at };
    await fixture.service.receives(updateCompleted, done);
    expect(await fixture.mails()).toHaveLength(1);
    expect(fixture.service.published(mailSent)).toHaveLength(1);
  });

  it.each([
    ['a list', 'a@theatre.example, evil@evil.example'],
    ['a header', 'a@theatre.example\r\nBcc: evil@evil.example'],
    ['a name with an address', 'A <evil@evil.example>'],
    ['nothing', 'nobody'],
  ])('never sends to what is not one address: %s', async (_, email) => {
    const fixture = await start();
    const importId = await fixture.importJob({ email });
    const { institution } = fixture;
    await fixture.service.receives(updateFailed, { importId, institution, code: 'X', detail: '-', failedAt: at });
    expect(fixture.service.published(mailFailed)).toMatchObject([{ jobId: importId, reason: expect.any(String) }]);
    const mails = (await (await fetch(String(process.env['MAIL_API']))).json()) as { text: string }[];
    expect(mails.filter(({ text }) => text.includes(importId))).toEqual([]);
  });

  it('ends a mail as failed that cannot be made because its file is gone, and keeps the message', async () => {
    const fixture = await start();
    const templateId = await fixture.templateJob();
    const completed = await fixture.templateFile(templateId, randomBytes(10));
    await fixture.objects.remove('templates', `${templateId}.zip`);
    await fixture.service.receives(templateCompleted, completed);
    expect(await fixture.mails()).toEqual([]);
    expect(fixture.service.published(mailFailed)).toMatchObject([{ jobId: templateId, kind: 'template-ready' }]);
    expect(fixture.service.deadLetters()).toHaveLength(1);
    expect(await fixture.database.mails.findOne({ _id: templateId })).toMatchObject({ state: 'failed' });
  });
});

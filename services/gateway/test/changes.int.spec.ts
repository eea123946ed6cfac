import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Issue, requesterIn } from '@roundtrip/contracts';
import type { ChunkEntry, ClosedChunkDocument, ImportJobDocument, IssueGroup, Transition } from '@roundtrip/database';
import { importCounts } from '@roundtrip/test-kit';
import { GatewayFixture } from './gateway-fixture.js';
import type { Json } from './json.js';

const json = { accept: 'application/json' };
const requestedBy = { keyId: 'k', name: 'Box office', role: 'operator' as const };
const job = { path: 'criteria.JOB', code: 'JOB', name: 'Job', kind: 'LIST' as const, newColumn: 1 };
const arts = { path: 'criteria.ARTS', code: 'ARTS', name: 'Arts', kind: 'MULTI_LIST' as const, newColumn: 2 };
const counts = importCounts({ total: 3, applied: 3 });

interface Chunk {
  /** A list for each document of the chunk. */
  documents: ChunkEntry[][];
  sums?: Partial<Pick<ClosedChunkDocument, 'transitions' | 'valueChanges'>>;
}

describe('what an import changes', () => {
  let gateway: GatewayFixture;
  let imports = 0;

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
  }, 90_000);
  afterAll(() => gateway.close());

  let line = 1;
  const change = (from: string | null, to: string | null): ChunkEntry => ({
    line: ++line,
    contactNumber: `C${line}`,
    rev: 1,
    previous: null,
    before: { 'criteria.JOB': from },
    after: { 'criteria.JOB': to },
  });
  const transition = (from: string, to: string, lines: number): Transition => ({ path: job.path, from, to, lines });

  /** As the services leave it behind. */
  const anImport = async (chunks: Chunk[], more: Partial<ImportJobDocument> = {}): Promise<string> => {
    const importId = `imp_changes${++imports}`;
    const institution = gateway.institution.id;
    const at = new Date('2026-03-01T10:00:00.000Z');
    await gateway.database.jobs.insertOne({
      _id: importId,
      institution,
      type: 'import',
      dataType: 'criteria',
      action: 'check',
      onConflict: 'reject',
      overwriteRefusals: false,
      state: 'CHECKED',
      requestedBy,
      requestedAt: at,
      finishedAt: new Date(),
      progress: { linesDone: 3, linesTotal: 3 },
      counts,
      version: 1,
      changedAt: at,
      ...more,
    });
    await gateway.database.validations.insertOne({
      _id: importId,
      institution,
      dataType: 'criteria',
      action: 'check',
      onConflict: 'reject',
      overwriteRefusals: false,
      requestedBy,
      outcome: 'accepted',
      plan: {
        chunks: chunks.length,
        lines: 3,
        blankLines: 0,
        header: [],
        delimiter: ';',
        fields: [job, arts],
        warnings: [],
      },
      finishedAt: at,
    });
    const id = (chunk: number): string => `${importId}:${String(chunk).padStart(5, '0')}`;
    const decisions = chunks.flatMap(({ documents }, chunk) =>
      documents.map((entries, document) => ({
        _id: document === 0 ? id(chunk) : `${id(chunk)}:${String(document).padStart(3, '0')}`,
        importId,
        chunk,
        institution,
        lines: entries.length,
        entries,
        reports: [],
        requestedBy,
        decidedAt: at,
        version: 1,
      })),
    );
    if (decisions.length > 0) await gateway.database.chunks.insertMany(decisions);
    if (chunks.length > 0 && more.state !== 'FAILED') {
      await gateway.database.closedChunks.insertMany(
        chunks.map(({ documents, sums }, chunk) => ({
          _id: id(chunk),
          counts: { ...counts, applied: documents.flat().length },
          transitions: [],
          ...sums,
          closedAt: at,
        })),
      );
    }
    return importId;
  };

  /** All pages of it. */
  const rows = async (importId: string, query = ''): Promise<{ lines: number[]; pages: number }> => {
    const lines: number[] = [];
    for (let cursor = '', pages = 1; ; pages++) {
      const answer = await gateway.get(`/v1/imports/${importId}/changes?${query}${cursor}`, {
        as: 'editor',
        headers: json,
      });
      expect([answer.status, answer.text]).toEqual([200, expect.any(String)]);
      lines.push(...answer.json.items.map((item: Json) => item.line));
      if (answer.json.nextCursor === null) return { lines, pages };
      cursor = `&cursor=${answer.json.nextCursor}`;
    }
  };
  const linesOf = (entries: readonly ChunkEntry[]): number[] => entries.map((entry) => entry.line);

  it('is told as rows, in the order of the file, page by page', async () => {
    const [one, two, three, four] = [
      [change('TEACHER', 'ARTIST'), change(null, 'ARTIST')],
      [change('ARTIST', null)],
      [] as ChunkEntry[],
      [change(null, 'TEACHER')],
    ];
    // The decisions of a chunk may be several documents.
    const importId = await anImport([{ documents: [one, two] }, { documents: [three] }, { documents: [four] }]);
    const all = linesOf([...one, ...two, ...four]);
    for (const limit of [1, 2, 3, 50]) expect((await rows(importId, `limit=${limit}`)).lines).toEqual(all);
    const { json: page } = await gateway.get(`/v1/imports/${importId}/changes?limit=1`, {
      as: 'editor',
      headers: json,
    });
    expect(page.items).toEqual([
      {
        contactNumber: one[0]?.contactNumber,
        line: one[0]?.line,
        part: null,
        at: '2026-03-01T10:00:00.000Z',
        by: requesterIn(requestedBy),
        fields: [{ field: 'criteria.JOB', code: 'JOB', name: 'Job', before: 'TEACHER', after: 'ARTIST' }],
        overwritten: false,
      },
    ]);
  });

  it('is found by its transition without a look into chunks that have none, however rare it is', async () => {
    const rare = change('TEACHER', 'RETIRED');
    const importId = await anImport(
      Array.from({ length: 60 }, (_, chunk) =>
        chunk === 57
          ? {
              documents: [[change(null, 'ARTIST'), rare]],
              sums: { transitions: [transition('Empty', 'ARTIST', 1), transition('TEACHER', 'RETIRED', 1)] },
            }
          : { documents: [[change(null, 'ARTIST')]], sums: { transitions: [transition('Empty', 'ARTIST', 1)] } },
      ),
    );
    expect(await rows(importId, 'field=criteria.JOB&from=TEACHER&to=RETIRED')).toEqual({
      lines: [rare.line],
      pages: 1,
    });
    expect((await rows(importId, 'field=JOB&from=Empty&limit=200')).lines).toHaveLength(60);
    expect(await rows(importId, 'field=JOB&from=RETIRED')).toEqual({ lines: [], pages: 1 });
  });

  it('is found where the sums of a chunk had no room for it, in steps that are each bounded', async () => {
    const wanted = change('TEACHER', 'RETIRED');
    const importId = await anImport(
      Array.from({ length: 40 }, (_, chunk) => ({
        documents: [[chunk === 39 ? wanted : change(null, 'ARTIST')]],
        sums: { transitions: [transition('(others)', '(others)', 1)] },
      })),
    );
    const found = await rows(importId, 'field=JOB&from=TEACHER');
    expect(found.lines).toEqual([wanted.line]);
    expect(found.pages).toBeGreaterThan(1);
  });

  it('is found by what is added to a set and removed, also where the sums are older than these', async () => {
    const set = (before: string[], after: string[]): ChunkEntry => ({
      ...change(null, null),
      before: { 'criteria.ARTS': before },
      after: { 'criteria.ARTS': after },
    });
    const [adding, removing, old] = [set([], ['OPERA']), set(['OPERA', 'DANCE'], ['DANCE']), set(['DANCE'], ['OPERA'])];
    const transitions = [{ path: arts.path, from: 'Empty', to: 'OPERA', lines: 1 }];
    const sum = (what: 'added' | 'removed') => [{ path: arts.path, change: what, value: 'OPERA', lines: 1 }];
    const importId = await anImport([
      { documents: [[adding]], sums: { transitions, valueChanges: sum('added') } },
      { documents: [[removing]], sums: { transitions, valueChanges: sum('removed') } },
      { documents: [[old]], sums: { transitions } },
    ]);
    expect((await rows(importId, 'field=ARTS&added=OPERA')).lines).toEqual(linesOf([adding, old]));
    expect((await rows(importId, 'field=ARTS&removed=OPERA')).lines).toEqual([removing.line]);
    expect((await rows(importId, 'field=ARTS&removed=DANCE&added=OPERA')).lines).toEqual([old.line]);
  });

  it('is told of an import that failed, whose chunks are not all closed', async () => {
    const entries = [change(null, 'ARTIST'), change(null, 'TEACHER')];
    const importId = await anImport(
      entries.map((entry) => ({ documents: [[entry]] })),
      { state: 'FAILED' },
    );
    expect((await rows(importId, 'limit=1')).lines).toEqual(linesOf(entries));
  });

  it('stays a file for who does not ask for JSON', async () => {
    const importId = await anImport([{ documents: [[change(null, 'ARTIST')]] }]);
    const bytes = '\ufeffCONTACT_NUMBER\r\n';
    await gateway.store.put('reports', `${importId}/changes.csv`, Buffer.from(bytes));
    const path = `/v1/imports/${importId}/changes`;
    const accepts = ['*/*', 'text/html,application/xhtml+xml,*/*;q=0.8', 'text/csv', 'text/csv,application/json'];
    for (const accept of accepts) {
      const file = await gateway.get(path, { as: 'editor', headers: { accept } });
      expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8']);
    }
    expect((await gateway.get(`${path}?field=JOB`, { as: 'editor' })).json).toMatchObject({
      status: 400,
      errors: [{ pointer: 'field', message: expect.stringContaining('application/json') }],
    });
  });

  it('is told to editors of the institution, once the lines were looked at', async () => {
    const importId = await anImport([{ documents: [[change(null, 'ARTIST')]] }]);
    const ask = (id: string, query = '', more: object = {}) =>
      gateway.get(`/v1/imports/${id}/changes${query}`, { as: 'editor', headers: json, ...more });
    expect((await ask(importId, '', { as: 'viewer' })).status).toBe(403);
    expect((await ask(importId, '', { of: gateway.other })).status).toBe(404);
    const running = await anImport([], { state: 'APPLYING' });
    expect((await ask(running)).json).toMatchObject({ status: 409, code: 'IMPORT_NOT_FINISHED' });
    const refused = await anImport([], { state: 'REJECTED' });
    expect((await ask(refused)).json).toMatchObject({ status: 409, code: 'IMPORT_HAS_NO_REPORT' });
    for (const query of ['?field=NONE', '?from=TEACHER', '?cursor=bm8', '?limit=0']) {
      expect([query, (await ask(importId, query)).status]).toEqual([query, 400]);
    }
    expect((await ask(importId, '?field=JOB&from=%00')).status).toBe(422);
    // Whatever else is wrong with the request.
    expect((await gateway.get('/v1/imports/unknown/changes?limit=0', { as: 'editor' })).status).toBe(404);
  });

  describe('the groups of its errors', () => {
    const issues = Array.from({ length: 9_000 }, (_, index): Issue => ({
      code: 'CODE_UNKNOWN',
      line: index + 2,
      column: index % 2 === 0 ? '[new] JOB' : index === 4_501 ? '[new] RARE' : '[new] ARTS',
      message: 'x'.repeat(600),
    }));
    const of = (column: string): Issue[] => issues.filter((issue) => issue.column === column);
    const ndjson = (some: readonly Issue[]): Buffer =>
      Buffer.from(some.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const outcome = (importId: string, more: { issueGroups?: IssueGroup[]; warnings?: Issue[] }) =>
      gateway.database.outcomes.insertOne({
        _id: importId,
        institution: gateway.institution.id,
        state: 'CHECKED',
        counts,
        transitions: [],
        warnings: [],
        firstErrors: issues.slice(0, 50),
        issueCounts: {
          CODE_UNKNOWN: issues.length,
          ...(more.warnings && { OLD_COLUMN_MISSING: more.warnings.length }),
        },
        completedAt: new Date(),
        ...more,
      });
    const leaf = async (importId: string, query: string): Promise<{ lines: number[]; pages: number }> => {
      const lines: number[] = [];
      for (let cursor = '', pages = 1; ; pages++) {
        const path = `/v1/imports/${importId}/errors?limit=200&${query}${cursor}`;
        const page = (await gateway.get(path, { as: 'viewer' })).json;
        lines.push(...page.items.map((item: Json) => item.line));
        if (page.nextCursor === null) return { lines, pages };
        cursor = `&cursor=${page.nextCursor}`;
      }
    };
    const column = (name: string): string => `column=${encodeURIComponent(name)}`;
    const explanation = expect.stringMatching(/^The field has no such code\./);

    it('have lists of their own, which are read without a search', async () => {
      const importId = await anImport([]);
      await gateway.store.put('reports', `${importId}/errors/CODE_UNKNOWN.ndjson`, ndjson(issues));
      const list = 'errors/CODE_UNKNOWN/2.ndjson';
      await gateway.store.put('reports', `${importId}/${list}`, ndjson(of('[new] RARE')));
      const group: IssueGroup = { code: 'CODE_UNKNOWN', column: '[new] RARE', count: 1, lines: [{ line: 4503 }], list };
      await outcome(importId, { issueGroups: [group] });
      expect(await leaf(importId, `code=CODE_UNKNOWN&${column('[new] RARE')}`)).toEqual({ lines: [4503], pages: 1 });
      const { issueGroups } = (await gateway.get(`/v1/imports/${importId}`)).json;
      const { list: _list, ...told } = group;
      const lines = [{ line: 4503, part: null }];
      expect(issueGroups).toEqual([{ ...told, lines, explanation, message: null, hint: null, others: false }]);
    });

    it('are by code alone in an import that is older than they are, and its columns are searched in bounded steps', async () => {
      const importId = await anImport([]);
      await gateway.store.put('reports', `${importId}/errors/CODE_UNKNOWN.ndjson`, ndjson(issues));
      await gateway.store.put('reports', `${importId}/errors/all.ndjson`, ndjson(issues));
      const warnings: Issue[] = [
        { code: 'OLD_COLUMN_MISSING', line: 1, column: '[old] JOB', message: 'It is missing.' },
      ];
      await outcome(importId, { warnings });
      for (const code of ['code=CODE_UNKNOWN&', '']) {
        const rare = await leaf(importId, code + column('[new] RARE'));
        expect(rare.lines).toEqual([4503]);
        expect(rare.pages).toBeGreaterThan(1);
      }
      const even = await leaf(importId, `code=CODE_UNKNOWN&${column('[new] JOB')}`);
      expect(even.lines).toEqual(of('[new] JOB').map((issue) => issue.line));
      expect((await gateway.get(`/v1/imports/${importId}`)).json.issueGroups).toEqual([
        {
          code: 'CODE_UNKNOWN',
          column: null,
          count: issues.length,
          lines: [2, 3, 4, 5, 6].map((one) => ({ line: one, part: null })),
          explanation,
          message: null,
          hint: null,
          others: false,
        },
      ]);
    }, 30_000);
  });
});

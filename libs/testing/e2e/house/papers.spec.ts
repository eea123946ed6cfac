import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { allPaths, packages, read, root, sources } from './sources.js';

/** What is written about the code is there where somebody points to it. */

const papers = [
  ...readdirSync(root),
  ...readdirSync(join(root, '.github')).map((name) => `.github/${name}`),
  ...allPaths,
].filter((path) => path.endsWith('.md'));

/** As an address names a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');

const anchorsIn = (text: string): string[] =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** `libs/fields/README.md#a-heading` in a source, whatever it stands in. */
const citationsIn = (text: string): string[] =>
  [...text.matchAll(/(?<![\w./])\w[\w./-]*\.md(?:#[\w-]+)?/g)].map(([cited]) => cited);

function faultOf(cited: string, textOf: (paper: string) => string | undefined): string | undefined {
  const [paper = '', anchor] = cited.split('#');
  const text = textOf(paper);
  if (text === undefined) return `${paper} is not there`;
  return anchor === undefined || anchorsIn(text).includes(anchor) ? undefined : `${paper} has no heading ${anchor}`;
}

const textOf = (paper: string): string | undefined => (papers.includes(paper) ? read(paper) : undefined);

describe('a comment', () => {
  it('cites only what stands in the papers, by their path in the checkout', () => {
    const faults = sources
      .filter(({ path }) => /^(?:libs|services|deploy)\/.*\/(?:src|test|e2e|codes)\//.test(path))
      // The specs of papers speak of them by other names.
      .filter(({ path }) => !path.startsWith('libs/testing/e2e/house/'))
      .flatMap(({ path, text }) => citationsIn(text).map((cited) => [path, faultOf(cited, textOf)]))
      .filter(([, fault]) => fault !== undefined);
    expect(faults).toEqual([]);
  });

  it.each([
    ['// product.md §3', 'product.md is not there'],
    ['// libs/a/README.md#rulez, rule 3', 'libs/a/README.md has no heading rulez'],
    ['// libs/a/README.md#what-a-new-cell-may-hold', undefined],
  ])('would be noticed when it said %s', (text, fault) => {
    const book = '# A\n\n### What a [new] cell may hold\n';
    expect(
      citationsIn(text).map((cited) => faultOf(cited, (paper) => (paper === 'libs/a/README.md' ? book : undefined))),
    ).toEqual([fault]);
  });
});

describe('a paper', () => {
  it.each(papers)('links only to what is there: %s', (paper) => {
    const links = [...read(paper).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links.filter((link) => {
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? paper : join(dirname(paper), path);
      if (!existsSync(join(root, file))) return true;
      return anchor !== undefined && file.endsWith('.md') && !anchorsIn(read(file)).includes(anchor);
    });
    expect(broken).toEqual([]);
  });

  it.each(packages.map(({ folder }) => folder))('says what the package is for, on a page: %s', (folder) => {
    const lines = read(`${folder}/README.md`).split('\n').length;
    // The rules of a line, the table of topics and the ports of the embedded stack are looked up, not read.
    const isReference = ['libs/fields', 'libs/contracts', 'deploy/local'].includes(folder);
    expect(isReference || lines < 75).toBe(true);
  });
});

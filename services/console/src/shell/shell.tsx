import { Burger, Collapse, Container } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { Fragment, type ReactNode, useEffect } from 'react';
import { Link, useLocation } from 'wouter';
import { pages } from '@roundtrip/contracts/pages';
import { LiveJobs } from '../live/live-jobs.js';
import { useMe } from '../session/session.js';
import { useWords } from '../words/language.js';
import { KeyEndNote } from './key-end-note.js';
import { Person } from './person.js';
import styles from './shell.module.css';

type Section = 'import' | 'targets' | 'contacts' | 'definitions' | 'settings';
const sections: readonly Section[] = ['import', 'targets', 'contacts', 'definitions', 'settings'];
const pathOf = (section: Section): string => (section === 'import' ? '/' : `/${section}`);

const sectionOf = (path: string): Section =>
  sections.find((section) => path.startsWith(pathOf(section)) && section !== 'import') ?? 'import';

/** What stands around every page: where one can go, who one is. */
export function Shell({ children }: { children: ReactNode }) {
  const words = useWords();
  const { id, institution } = useMe();
  const [path] = useLocation();
  const [open, menu] = useDisclosure();
  const { close } = menu;
  useEffect(close, [path, close]);

  const links = sections.map((section) => (
    <Link
      key={section}
      href={pathOf(section)}
      className={styles.link}
      aria-current={sectionOf(path) === section ? 'page' : undefined}
    >
      {words.nav[section]}
    </Link>
  ));
  return (
    <>
      <a href="#page" className={styles.skip}>
        {words.common.skip}
      </a>
      <header className={styles.header}>
        <Container size="xl" className={styles.bar}>
          <Link href={pages.jobs} className={styles.brand}>
            Roundtrip
          </Link>
          <nav className={styles.links} aria-label={words.common.pages}>
            {links}
          </nav>
          <div className={styles.person}>
            <Person />
          </div>
          <Burger
            className={styles.burger}
            opened={open}
            onClick={menu.toggle}
            aria-label={words.common.menu}
            aria-expanded={open}
            size="sm"
          />
        </Container>
        <Collapse expanded={open} className={styles.drawer}>
          <nav aria-label={words.common.menu}>{links}</nav>
          <Person />
        </Collapse>
      </header>
      {/* Of another person, or in another institution, everything is another. */}
      <Fragment key={`${id} ${institution.institutionId}`}>
        <LiveJobs />
        <KeyEndNote />
        <Container component="main" id="page" tabIndex={-1} size="xl" className={styles.page}>
          {children}
        </Container>
      </Fragment>
    </>
  );
}

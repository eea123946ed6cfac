import { Link, useLocation } from 'wouter';
import { pages } from '@roundtrip/contracts/pages';
import { useMay } from '../session/session.js';
import { useWords } from '../words/language.js';
import styles from './settings-nav.module.css';

/** The pages of the settings; of whom there is only one page, none is shown. */
export function SettingsNav() {
  const words = useWords();
  const [path] = useLocation();
  if (!useMay('admin')) return null;
  const links = [
    [pages.settings, words.settings.nav.institution],
    [pages.people, words.settings.nav.people],
    [pages.activity, words.settings.nav.activity],
  ] as const;
  return (
    <nav aria-label={words.settings.title} className={styles.nav}>
      {links.map(([page, name]) => (
        <Link key={page} href={page} className={styles.link} aria-current={path === page ? 'page' : undefined}>
          {name}
        </Link>
      ))}
    </nav>
  );
}

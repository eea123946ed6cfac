import { Paper } from '@mantine/core';
import type { Institution } from '@roundtrip/gateway/api';
import { languageNames } from '@roundtrip/words/console';
import facts from '../shell/facts.module.css';
import { useWords } from '../words/language.js';

/** The settings for those who may not change them. */
export function InstitutionFacts({ institution }: { institution: Institution }) {
  const words = useWords();
  const { name, delimiter, language, allowedEmailDomains } = institution;
  const rows = [
    [words.settings.name, name],
    [words.settings.delimiter, words.settings.delimiters[delimiter]],
    [words.settings.language, languageNames[language]],
    [
      words.settings.domains,
      allowedEmailDomains.length === 0 ? words.settings.anyDomain : allowedEmailDomains.join(', '),
    ],
  ] as const;
  return (
    <Paper withBorder p="md">
      <dl className={facts.facts}>
        {rows.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Paper>
  );
}

import { Group, NativeSelect, useMantineColorScheme } from '@mantine/core';
import { type Language, languages } from '@roundtrip/contracts/words';
import { languageNames } from '@roundtrip/words/console';
import { useLanguage } from '../words/language.js';

const schemes = ['auto', 'light', 'dark'] as const;

/** Language and colours, kept in this browser; the language with who is signed in, too. */
export function Preferences() {
  const { language, choose, words } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Group gap="xs" wrap="nowrap">
      <NativeSelect
        size="xs"
        aria-label={words.common.language}
        value={language}
        onChange={(event) => choose(event.currentTarget.value as Language)}
      >
        {languages.map((one) => (
          <option key={one} value={one} lang={one}>
            {languageNames[one]}
          </option>
        ))}
      </NativeSelect>
      <NativeSelect
        size="xs"
        aria-label={words.common.colours}
        value={colorScheme}
        onChange={(event) => setColorScheme(event.currentTarget.value as (typeof schemes)[number])}
        data={schemes.map((value) => ({ value, label: words.common.colourSchemes[value] }))}
      />
    </Group>
  );
}

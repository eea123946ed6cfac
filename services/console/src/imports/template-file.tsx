import { Button } from '@mantine/core';
import type { Template } from '@roundtrip/gateway/api';
import { useMay } from '../session/session.js';
import { useWords } from '../words/language.js';

/** Fetches the file, for those who may and as long as it is there. */
export function TemplateFile({ template, size }: { template: Template; size: 'xs' | 'sm' }) {
  const words = useWords();
  const mayEdit = useMay('editor');
  if (!mayEdit || template.links.file === null) return null;
  return (
    <Button
      component="a"
      href={template.links.file}
      download
      size={size}
      variant={size === 'xs' ? 'light' : 'filled'}
      aria-label={words.jobs.download({ what: words.jobs.downloadFile, name: template.target.name })}
    >
      {words.jobs.downloadFile}
    </Button>
  );
}

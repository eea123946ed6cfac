import { personColumns } from '@roundtrip/contracts/words';
import type { TemplatePreview } from '@roundtrip/gateway/api';

interface Table {
  header: string[];
  lines: string[][];
}

/** Of all fields those that are chosen, in their order. Without an answer: the header alone. */
export function previewTable(
  fields: readonly { code: string; name: string }[],
  chosen: readonly string[],
  preview: TemplatePreview | undefined,
): Table {
  const answer = preview ?? {
    fields: fields.map(({ code }) => code),
    header: [
      ...personColumns,
      ...fields.flatMap(({ code, name }) => [`[old] ${code} - ${name}`, `[new] ${code} - ${name}`]),
    ],
    lines: [],
  };
  const person = answer.header.length - 2 * answer.fields.length;
  const columns = chosen.flatMap((code) => {
    const field = answer.fields.indexOf(code);
    return field < 0 ? [] : [person + 2 * field, person + 2 * field + 1];
  });
  const pick = (cells: readonly string[]): string[] => [
    ...cells.slice(0, person),
    ...columns.map((column) => cells[column] ?? ''),
  ];
  return { header: pick(answer.header), lines: answer.lines.map(pick) };
}

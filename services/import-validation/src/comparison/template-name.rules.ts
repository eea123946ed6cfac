import type { TemplateDataType } from '@roundtrip/contracts';

export interface TemplateName {
  /** Without an ending. */
  name: string;
  /** The minute at which the template was made. */
  madeAt: Date;
}

const shape = /contact-(criteria|authorisations)_.{1,200}?_(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(?!\d)/u;
/** Reports about an import are called like its file, and hold other `[old]` values. */
const ofReport = /_(?:rejected-lines|changes)\b/;

/**
 * The template that a file is called after, however it was renamed behind that (`… (1).csv`, `…_corrected.csv`). Its name proves nothing: whether
 * there is such a template is asked for next.
 *
 * @param names of the upload, and of what is in it
 */
export function templateNamed(names: readonly string[], dataType: TemplateDataType): TemplateName | undefined {
  for (const name of names) {
    const [found, type, year, month, day, hour, minute] = shape.exec(name) ?? [];
    if (found === undefined || type !== dataType || ofReport.test(name)) continue;
    const madeAt = new Date(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
    if (!Number.isNaN(madeAt.getTime())) return { name: found, madeAt };
  }
  return undefined;
}

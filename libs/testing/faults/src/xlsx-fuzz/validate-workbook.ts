// npm run validate:workbook -- FILE…: whether workbooks keep to the schemas of ECMA-376, as Apache POI has them compiled; without a file the
// template among the fixtures. Needs a JDK and Maven. Ends with 1 when one does not.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { spreadsheetFixtures } from '@roundtrip/test-kit';
import { outputOf, packagesOf } from '@roundtrip/test-kit/packages-of';

const program = fileURLToPath(new URL('../../java/ValidateWorkbook.java', import.meta.url));
const artifacts = [
  'org.apache.poi:poi-ooxml-full:5.4.1',
  'org.apache.xmlbeans:xmlbeans:5.3.0',
  'org.apache.logging.log4j:log4j-api:2.24.3',
];

const folder = packagesOf('java', artifacts.join('\n'), (made) => {
  for (const artifact of artifacts) {
    outputOf('mvn', ['-q', '-B', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${made}`]);
  }
});
const given = process.argv.slice(2);
const files = given.length > 0 ? given : [join(spreadsheetFixtures, 'template-criteria.xlsx')];
// It complains that nobody wants its log.
const quietly = '-Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory';
const { status } = spawnSync('java', [quietly, '-cp', join(folder, '*'), program, ...files], { stdio: 'inherit' });
process.exitCode = status ?? 1;

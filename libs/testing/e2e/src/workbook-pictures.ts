// npm run pictures:workbook: the sheets of a template as LibreOffice prints them, as the pictures of the README.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spreadsheetFixtures } from '@roundtrip/test-kit';
import { pythonPackages } from '@roundtrip/test-kit/python-packages';

const pictures = join(import.meta.dirname, '../../../../services/console/pictures');
/** A page each. */
const sheets = ['workbook-contacts', 'workbook-values', 'workbook-how-to'];
const packages = ['pillow==13.0.0', 'pypdfium2==5.15.2'];

const draw = `
import sys, pypdfium2
from PIL import Image, ImageChops
pdf, *paths = sys.argv[1:]
pages = pypdfium2.PdfDocument(pdf)
assert len(pages) == len(paths), "%d pages" % len(pages)
for page, path in zip(pages, paths):
    image = page.render(scale=1.6).to_pil().convert("RGB")
    box = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
    image.crop((box[0] - 12, box[1] - 12, box[2] + 12, box[3] + 12)).save(path, optimize=True)
`;

const folder = mkdtempSync(join(tmpdir(), 'workbook-pictures-'));
try {
  const workbook = join(spreadsheetFixtures, 'template-criteria.xlsx');
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, workbook]);
  const paths = sheets.map((name) => join(pictures, `${name}.png`));
  const env = { ...process.env, PYTHONPATH: pythonPackages(packages.join('\n')) };
  execFileSync('python3', ['-c', draw, join(folder, 'template-criteria.pdf'), ...paths], { env });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

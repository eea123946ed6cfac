import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { billOfImage, checkout, whatMayShip } from './checkout.js';
import { licenceFaults, licenceList } from './licences.rules.js';

// `npm run ships -- FOLDER`: writes what the image is made of, and under which licences; ends with 1 when one is not allowed.

const folder = resolve(process.argv[2] ?? join(checkout, '.roundtrip/ships'));
const bill = billOfImage();
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'sbom.cdx.json'), `${JSON.stringify(bill, undefined, 2)}\n`);
writeFileSync(join(folder, 'licences.txt'), licenceList(bill));
const faults = licenceFaults(bill, whatMayShip.licences);
process.stdout.write(`${bill.components.length} packages: ${folder}/sbom.cdx.json and licences.txt\n`);
for (const fault of faults) process.stderr.write(`${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;

import { writeFileSync } from 'node:fs';
import { listLicences } from './list-licences.ts';

writeFileSync('docs/licences.md', listLicences(process.cwd()));
console.log('docs/licences.md is current');

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// A program that prints the grade of a server as JSON: MODULES HTTP_PORT HTTPS_PORT. The
// Observatory's own `scan` uses only the standard ports, so this combines its parts in the same
// way. It runs in a process that was started with the certificate to trust.
const [, , modules = '', httpPort, httpsPort] = process.argv;
const folder = join(modules, '@mdn/mdn-http-observatory');
const load = (path: string) => import(pathToFileURL(join(folder, 'src', path)).href);

// The install script would download this list from the network; the local server is not on it.
const preloaded = join(folder, 'conf/hsts-preload.json');
if (!existsSync(preloaded)) await writeFile(preloaded, '{}');

const { retrieve } = await load('retriever/retriever.js');
const { ALL_TESTS } = await load('constants.js');
const { getGradeForScore, getScoreModifier } = await load('grader/grader.js');
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT } = await load('grader/charts.js');

const seen = await retrieve('localhost', {
  httpPort: Number(httpPort),
  httpsPort: Number(httpsPort),
});
let plain = 100;
let extra = 0;
const results: string[] = [];
for (const judge of ALL_TESTS) {
  const verdict = judge(seen);
  const modifier: number = verdict.result ? getScoreModifier(verdict.result) : 0;
  if (modifier < 0) plain += modifier;
  else extra += modifier;
  results.push(`${judge.name}: ${verdict.result} ${modifier}`);
}
const score = plain >= MINIMUM_SCORE_FOR_EXTRA_CREDIT ? plain + extra : plain;
console.log(JSON.stringify({ ...getGradeForScore(score), results }));
// The client keeps connections open.
process.exit(0);

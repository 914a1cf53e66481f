import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

// A program: MODULES HTTP_PORT HTTPS_PORT -> the grade of that server as JSON. The Observatory's
// own `scan` asks the usual ports alone, so its parts are put together here as it does. In a
// process of its own, which is started with the certificate to trust.
const [, , modules = '', httpPort, httpsPort] = process.argv;
const folder = join(modules, '@mdn/mdn-http-observatory');
const load = (path: string) => import(pathToFileURL(join(folder, 'src', path)).href);

// What its install script would fetch from the network: this machine is not on that list.
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
// Its client keeps connections open.
process.exit(0);

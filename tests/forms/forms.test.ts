import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serveFolder } from '../../src/hosting/server/serve-folder.ts';
import { browserOrSkip } from '../browser.ts';
import { startDev } from '../dev-site.ts';
import { gatherFolder } from '../gather-folder.ts';
import { type Files, sharedSite } from '../test-site.ts';
import { addressOf, type Form, languages } from './form.ts';
import { kinds } from './kinds.ts';
import { notAsked, type Outputs, type PlaceName, places } from './places.ts';

/** All forms of news. A new form is a file beside this one, with a row here. */
const forms: readonly Form[] = [...kinds];

const files: Files = {
  'publication.yaml': `name: Test\nlanguages: [${languages}]\npageSize: 100\n`,
  ...Object.assign({}, ...forms.map((form) => form.files)),
};

test('every output has every form of news', async (t) => {
  const browser = await browserOrSkip(t);
  const site = await sharedSite(t, files);
  const served = await serveFolder(site.outDir);
  t.after(() => served.close());
  const { published, lines } = await gatherFolder(t, files);
  assert.deepEqual(lines, []);
  const { address: dev } = await startDev(t, files);
  const outputs: Outputs = {
    ...{ site, publication: published },
    ...{ origin: withoutSlash(served.address), dev: withoutSlash(dev) },
    ...(browser ? { browser } : {}),
  };
  for (const form of forms)
    for (const language of languages) {
      const says = form.says[language];
      if (says === undefined) continue;
      const address = addressOf(form, language);
      const story = [...published.byPath.values()].find((one) => one.address === address);
      assert.ok(story, `no article at ${address}`);
      for (const name of Object.keys(places) as PlaceName[])
        await t.test(`${form.name}, ${language}: ${name}`, async () => {
          const text = await places[name](outputs, { address, headline: story.title });
          if (text === notAsked) return;
          const instead = form.instead?.[name];
          const expected = instead ? instead(language) : says;
          if (expected === undefined) {
            assert.equal(text, undefined, 'the article is there');
            return;
          }
          assert.ok(text !== undefined, 'the article is missing');
          for (const words of expected)
            assert.ok(text.includes(words), `expected ${JSON.stringify(words)} in ${text}`);
          for (const words of form.never ?? [])
            assert.ok(!text.includes(words), `${JSON.stringify(words)} in ${text}`);
        });
    }
});

function withoutSlash(address: string): string {
  return address.replace(/\/$/u, '');
}

test('links of paid content to other sites are marked for search engines', async (t) => {
  const site = await sharedSite(t, files);
  const relOf = async (slug: string) =>
    / href="https:\/\/other\.example\/" rel="(.*?)"/u.exec(
      await site.read(`2026/06/01/${slug}/index.html`),
    )?.[1];
  assert.equal(await relOf('kind-sponsored'), 'external noopener sponsored');
  assert.equal(await relOf('kind-opinion'), 'external noopener');
});

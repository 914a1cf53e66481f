import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContentFile } from '../../src/content/article/read-content-file.ts';
import { parsePublication } from '../../src/content/settings/publication-settings.ts';
import { formatProblem } from '../../src/system/problems/format-problem.ts';
import type { Problem } from '../../src/system/problems/problem.ts';
import { hostileAddresses } from './vectors/addresses.ts';
import { breakouts } from './vectors/breakouts.ts';
import { fillVector } from './vectors/fill-vector.ts';

/** Fields that are URLs, each with a function that returns its value. */
const addressFields: Readonly<Record<string, (text: string) => unknown>> = {
  authors: (url) => [{ name: 'A', url }],
  'image.credit.creatorUrl': (creatorUrl) => ({ creator: 'A', creatorUrl }),
  'image.credit.sourceUrl': (sourceUrl) => ({ creator: 'A', sourceUrl }),
  'image.credit.licenceUrl': (licenceUrl) => ({ creator: 'A', licence: 'B', licenceUrl }),
  'source.url': (url) => ({ name: 'A', url }),
  'source.archived': (archived) => ({ name: 'A', archived }),
  licence: (url) => ({ name: 'A', url }),
  canonical: (address) => address,
};

/** Other fields that do not take any text. */
const narrowFields = ['aliases', 'slug', 'lang', 'date', 'updated', 'draft'] as const;

const texts = [...hostileAddresses.live, ...hostileAddresses.dormant, ...breakouts].map(
  (text, n) => fillVector(text, n),
);

const place = /^a\.md:\d+:\d+ {2}(?:warning: )?[\w. \d[\]-]+: (?:expected .+, got .|missing)/u;

function read(field: string, value: unknown) {
  const [name = '', ...parts] = field.split('.');
  const whole = parts[0] === 'credit' ? { credit: value } : value;
  const front = `---\ntitle: A\n${name === 'date' ? '' : 'date: 2026-01-06\n'}${name}: ${JSON.stringify(whole)}\n---\n\nText.\n`;
  return readContentFile(Buffer.from(front), {
    path: 'a.md',
    file: 'a.md',
    languages: ['en', 'ko'],
    nesting: 100,
    keyOf: (text) => text,
  });
}

function assertClear(problems: readonly Problem[], value: string): void {
  const errors = problems.filter(({ severity }) => severity === 'error');
  assert.ok(errors.length > 0, value);
  for (const error of errors) {
    const printed = formatProblem(error);
    assert.match(printed, place);
    // One line, without control characters.
    assert.doesNotMatch(printed, /[\p{Cc}\u2028\u2029]/u);
  }
}

for (const [field, write] of Object.entries(addressFields)) {
  test(`${field} accepts only web addresses, and reports others clearly`, () => {
    let refused = 0;
    for (const text of texts) {
      const { content, problems } = read(field, write(text));
      if (content === undefined) {
        refused += 1;
        assertClear(problems, text);
        continue;
      }
      const [address = ''] = /https?:[^"]*/iu.exec(JSON.stringify(content)) ?? [];
      assert.match(address, /^https?:\/\/[^\s<>]+$/iu, text);
      assert.ok(['http:', 'https:'].includes(new URL(address).protocol), text);
    }
    assert.ok(refused > 100, String(refused));
  });
}

for (const field of narrowFields) {
  test(`${field} reports hostile values clearly`, () => {
    let refused = 0;
    for (const text of texts) {
      const { content, problems } = read(field, field === 'aliases' ? [text] : text);
      if (content !== undefined) continue;
      refused += 1;
      assertClear(problems, text);
    }
    assert.ok(refused > 80, String(refused));
  });
}

/** Fields of `publication.yaml` that are not free text. */
const publicationFields: Readonly<Record<string, (text: string) => unknown>> = {
  url: (url) => url,
  languages: (tag) => [tag],
  timeZone: (zone) => zone,
  owner: (url) => ({ name: 'A', url }),
  licence: (url) => ({ name: 'A', url }),
  policies: (ethics) => ({ ethics }),
  theme: (accent) => ({ accent }),
  'theme ': (text) => ({ fonts: { text, interface: text } }),
  pageSize: (size) => size,
  canonical: (kind) => kind,
  images: (origin) => ({ remote: [origin] }),
  precompress: (kind) => [kind],
  silentEdits: (kind) => kind,
  limits: (size) => ({ size, nesting: size, time: size }),
};

for (const [field, write] of Object.entries(publicationFields)) {
  test(`${field.trim()} of publication.yaml accepts nothing that could be code, and reports others clearly`, () => {
    let refused = 0;
    for (const text of texts) {
      const yaml = `${field.trim()}: ${JSON.stringify(write(text))}\n`;
      const { publication, problems } = parsePublication(yaml, 'a.md', 'content');
      if (publication === undefined) {
        refused += 1;
        assertClear(problems, text);
        continue;
      }
      // Accepted values can neither be code nor end the markup around them.
      assert.doesNotMatch(
        JSON.stringify(publication),
        /[<>]|\\"|"\s*(?:javascript|data|vbscript):/iu,
        text,
      );
    }
    assert.ok(refused > 80, String(refused));
  });
}

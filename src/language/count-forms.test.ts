import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countForms } from './count-forms.ts';
import { WORDS, wordsFor } from './words-for.ts';

for (const language of Object.keys(WORDS)) {
  test(`formats every count in ${language} from its forms`, () => {
    const { numberOfResults } = wordsFor(language).words.search;
    const forms = countForms(language, numberOfResults);
    const rules = new Intl.PluralRules(language);
    const numbers = new Intl.NumberFormat(language, { numberingSystem: 'latn' });
    for (const count of [0, 1, 2, 3, 7, 11, 21, 99, 100, 102, 1234, 2_000_000]) {
      const made = forms[rules.select(count)]?.replace('#', numbers.format(count));
      assert.equal(made, numberOfResults(count));
    }
  });
}

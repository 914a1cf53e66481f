import type { ConfigData } from 'html-validate';

/** What pages are held against: the recommended rules of html-validate, but for those named. */
export const htmlRules: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // A headline is as long as its writer made it; what cuts titles, cuts them at their end.
    'long-title': 'off',
    // HTML allows all but white space in an id; a dot keeps those of pictures apart from those of words.
    'valid-id': ['error', { relaxed: true }],
    // The frame in which a wide table scrolls is a region so that keys can scroll it; a <section>
    // would stand in the outline of the text, in which its writer has put no section.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
};

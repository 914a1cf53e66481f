import type { ConfigData } from 'html-validate';

/**
 * The rules that pages are validated against: html-validate's recommended ones, with
 * exceptions.
 */
export const htmlRules: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // Headlines may be long; programs that shorten titles cut the end.
    'long-title': 'off',
    // HTML allows everything but white space in an id; a dot separates ids of pictures from ids
    // of words.
    'valid-id': ['error', { relaxed: true }],
    // The frame of a wide table is a region so that keys can scroll it. A <section> would add an
    // entry to the outline of the text.
    'prefer-native-element': ['error', { exclude: ['region'] }],
  },
};

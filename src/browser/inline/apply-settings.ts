import { chooseFonts } from '../fonts/choose-fonts.ts';
import { applySettings, storedSettings } from '../settings/stored-settings.ts';

// Runs in the head of every page: it applies the reader's settings before the first paint and marks
// that scripts run, so that the page keeps room for what they add.
const { currentScript, documentElement } = document;
const { fonts, settings } = (currentScript as HTMLElement).dataset;
const stored = storedSettings();
// Filters in the address: the search page keeps room for them.
documentElement.dataset['script'] = /[?&](?!q=)[a-z]+=[^&]/.test(location.search)
  ? 'filters'
  : '';
applySettings(stored);
// Only a style sheet that is added this way delays the first paint in every browser. A base path has
// nothing to escape (`parseBasePath`), and the rest of the address is the name of a file of ours.
if (settings && Object.keys(stored)[0])
  document.write(`<link rel=stylesheet href="${settings}">`);
chooseFonts(fonts);

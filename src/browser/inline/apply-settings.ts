import { useKnownFonts } from '../fonts/start-fonts.ts';
import { makeLink } from '../page/make-element.ts';
import { applySettings, storedSettings } from '../settings/stored-settings.ts';

// In the head of every page, so that a reader's settings are there before the first paint and
// what needs scripts has its room.
const { currentScript, documentElement } = document;
const { fonts, settings } = (currentScript as HTMLElement).dataset;
const stored = storedSettings();
documentElement.dataset['script'] = '';
applySettings(stored);
// Of all ways to add a style sheet, only this one makes every browser wait with the first paint.
if (settings && Object.keys(stored)[0])
  document.write(makeLink({ rel: 'stylesheet', href: settings }).outerHTML);
useKnownFonts(fonts);

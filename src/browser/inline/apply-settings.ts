import { useKnownFonts } from '../fonts/known-fonts.ts';
import { applySettings, storedSettings } from '../settings/stored-settings.ts';

// In the head of every page, so that a reader's settings are there before the first paint and
// what needs scripts has its room.
document.documentElement.dataset['script'] = '';
applySettings(storedSettings());
useKnownFonts(document.currentScript?.dataset['fonts']?.split(' ') ?? []);

import { startSettings } from './settings/start-settings.ts';

// The one script of every page: what is used rarely it loads on first use.
startSettings();

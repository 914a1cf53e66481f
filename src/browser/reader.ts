import { startAge } from './age/start-age.ts';
import { startSince } from './age/start-since.ts';
import { startAloud } from './aloud/start-aloud.ts';
import { startDays } from './days/start-days.ts';
import { startFonts } from './fonts/start-fonts.ts';
import { startFootnotes } from './footnotes/start-footnotes.ts';
import { startLive } from './live/start-live.ts';
import { startNotFound } from './not-found/start-not-found.ts';
import { startOffline } from './offline/start-offline.ts';
import { startPaper } from './paper/start-paper.ts';
import { startPassage } from './passage/start-passage.ts';
import { startPictures } from './pictures/start-pictures.ts';
import { startPlace } from './place/start-place.ts';
import { startProgress } from './progress/start-progress.ts';
import { startSearch } from './search/start-search.ts';
import { startSections } from './sections/start-sections.ts';
import { startSettings } from './settings/start-settings.ts';
import { startShare } from './share/start-share.ts';

// The one script of every page. Each feature has a folder with a small `start-…` module; what
// readers use rarely is imported on first use.
startSettings();
startAge();
startSince();
startLive();
startSections();
startProgress();
startPlace();
startPassage();
startShare();
startAloud();
startFootnotes();
startPictures();
startPaper();
startOffline();
startFonts();
startNotFound();
startSearch();
startDays();

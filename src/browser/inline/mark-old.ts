import { yearsOlderThan } from '../age/age-of.ts';

// Runs right after the dates of an article, so that the notice of an old one is there at the first
// paint. The script element has the date (`data-day`) and the notices with the age in years from
// which each applies (`data-notices`).
const script = document.currentScript as HTMLElement;
const { day, notices } = script.dataset as Record<'day' | 'notices', string>;
const years = yearsOlderThan(day, Date.now());
const line = notices.split('\n').findLast((line) => Number.parseInt(line, 10) <= years);
if (line) {
  const notice = document.createElement('p');
  notice.className = 'old-notice';
  notice.textContent = line.replace(/^\d+ /, '').replace('#', `${years}`);
  script.after(notice);
}

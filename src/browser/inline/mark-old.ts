import { yearsOlderThan } from '../age/age-of.ts';

// Right behind the dates of an article: the notice on an old one is there at the first paint. The
// script element's own attributes give the day, and the notice from so many years on.
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

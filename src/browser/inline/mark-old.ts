import { yearsOlderThan } from '../age/years-older-than.ts';

// Right behind the dates of an article: the notice on an old one is there at the first paint. The
// script element's own attributes give the day, and the notice from so many years on.
const script = document.currentScript as HTMLElement;
const { day, notices } = script.dataset as Record<'day' | 'notices', string>;
const years = yearsOlderThan(day, Date.now());
const form = (JSON.parse(notices) as [number, string][]).findLast(([from]) => from <= years);
if (form) {
  const textContent = form[1].replace('#', `${years}`);
  const notice = document.createElement('p');
  script.after(Object.assign(notice, { className: 'old-notice', textContent }));
}

import { yearsOlderThan } from '../age/years-older-than.ts';

// Right behind the dates of an article: the notice on an old one is there at the first paint. The
// script element's own attributes give the day, and the notice from so many years on.
const script = document.currentScript;
const { day, notices } = script?.dataset ?? {};
if (script && day && notices) {
  const years = yearsOlderThan(day, Date.now());
  const forms = JSON.parse(notices) as [number, string][];
  const [, form] = forms.findLast(([from]) => from <= years) ?? [];
  if (form) {
    const notice = document.createElement('p');
    notice.className = 'old-notice';
    notice.textContent = form.replace('#', `${years}`);
    script.after(notice);
  }
}

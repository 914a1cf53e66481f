import { ageOf, yearsOlderThan } from '../age/age-of.ts';

// Right behind the dates of an article, so that they are complete when they are first painted.
// The script element's own attributes give the publication's zone, and the words for an old
// article: forms by plural category, `#` standing for the number.
const script = document.currentScript;
if (script) {
  const { zone = 'UTC', old, language: spoken } = script.dataset;
  const language = document.documentElement.lang;
  const now = Date.now();
  const times = script.parentElement?.querySelectorAll<HTMLTimeElement>('.date time') ?? [];
  for (const time of times) {
    const age = ageOf(time.dateTime, now, zone);
    if (!age) continue;
    const said = new Intl.RelativeTimeFormat([`${language}-u-nu-latn`, language], {
      numeric: age.unit === 'day' || age.count === 0 ? 'auto' : 'always',
    }).format(-age.count, age.unit);
    const ago = document.createElement('span');
    ago.className = 'ago';
    ago.textContent = ` · ${said}`;
    time.after(ago);
  }
  const first = times[0];
  const years = first ? yearsOlderThan(first.dateTime, now, zone) : 0;
  if (old && years > 0) {
    const forms: Record<string, string> = JSON.parse(old);
    const form = forms[new Intl.PluralRules(spoken).select(years)] ?? forms['other'] ?? '';
    const notice = document.createElement('p');
    notice.className = 'old-notice';
    notice.textContent = form.replace('#', `${years}`);
    script.parentElement?.after(notice);
  }
}

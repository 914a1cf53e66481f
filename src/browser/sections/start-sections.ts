import { adoptStyle } from '../page/adopt-style.ts';
import { onReading } from '../page/on-reading.ts';
import { currentSection } from './current-section.ts';
import { followAddress } from './follow-address.ts';
import css from './here.css?inline';
import { stepBetween } from './step-between.ts';

/**
 * Makes the navigation of an article show the section being read: `aria-current` on its link,
 * its name in the bar, its id in the address. Links, jumps and scrolling all count.
 */
export function startSections(): void {
  const nav = document.querySelector<HTMLElement>('.sections');
  const details = nav?.querySelector('details');
  if (!nav || !details) return;
  adoptStyle(css);
  const here = nav.querySelector('.here');
  const links = [...nav.querySelectorAll('a')];
  const headings = links.map(({ hash }) =>
    document.getElementById(decodeURIComponent(hash.slice(1))),
  );
  const follow = followAddress();
  let current: number | undefined;

  onReading((view, byReader) => {
    const tops = headings.map((heading) => heading?.getBoundingClientRect().top ?? 0);
    const jumped = byReader ? -1 : links.findIndex(({ hash }) => hash === location.hash);
    const seen = (tops[jumped] ?? -1) >= 0 && (tops[jumped] ?? 0) < view.height;
    const now = seen ? jumped : currentSection(tops, view);
    if (now === current) return;
    const link = links[now];
    links[current ?? -1]?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'location');
    if (here) here.textContent = link?.textContent ?? '';
    if (link) showIn(nav, link);
    if (byReader) follow(link?.hash ?? '');
    current = now;
  });

  stepBetween(nav, (by) => links[(current ?? -1) + by]);
  keepOpenBeside(details);
}

/** Beside the text the list is always open; above it, closed until asked for. */
function keepOpenBeside(details: HTMLDetailsElement): void {
  const beside = matchMedia('(min-width: 68.75rem)');
  const update = () => {
    details.open = beside.matches;
  };
  update();
  beside.addEventListener('change', update);
  addEventListener('click', ({ target }) => {
    const within = target instanceof Element && target.closest('.sections summary');
    if (!within && !beside.matches) details.open = false;
  });
  details.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || beside.matches || !details.open) return;
    details.open = false;
    details.querySelector('summary')?.focus();
  });
}

/** Scrolls a long list, and nothing else, so that a link of it can be seen. */
function showIn(list: HTMLElement, link: HTMLElement): void {
  const room = list.getBoundingClientRect();
  const place = link.getBoundingClientRect();
  if (place.top < room.top || place.bottom > room.bottom)
    list.scrollTop += place.top - room.top - room.height / 2;
}

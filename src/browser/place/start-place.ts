import { currentView } from '../page/on-reading.ts';

/** An article of fewer windows than this needs no bookmark. */
const longFrom = 3;

/**
 * Remembers, by its paragraph, where a reader leaves a long article, and offers to go on from
 * there when the article is opened again: by its front door, not by a link to a part of it.
 */
export function startPlace(): void {
  const text = document.querySelector('.copy');
  const paragraphs = [...(text?.querySelectorAll<HTMLElement>('[id^="p-"]') ?? [])];
  const path = location.pathname;
  if (!text || paragraphs.length === 0) return;

  const offer = async () => {
    const [, id, index] = placeIn(path) ?? [];
    if (id === undefined || location.hash || scrollY > innerHeight || !isLong(text)) return;
    const paragraph = document.getElementById(id) ?? paragraphs[index ?? -1];
    if (!paragraph) return;
    const { offerPlace } = await import('./offer-place.ts');
    offerPlace(paragraph);
  };
  const remember = () => {
    if (document.visibilityState !== 'hidden' || !isLong(text)) return;
    const { top, bottom } = text.getBoundingClientRect();
    const { covered, height } = currentView();
    if (top > -height) return;
    const isRead = bottom < height * 1.5;
    const index = paragraphs.findIndex(
      (one) => one.getBoundingClientRect().bottom > covered + 8,
    );
    const id = paragraphs[index]?.id;
    keepPlace(path, isRead || id === undefined ? undefined : [path, id, index]);
  };
  document.addEventListener('visibilitychange', remember);
  if ('prerendering' in document && document.prerendering)
    document.addEventListener('prerenderingchange', () => void offer(), { once: true });
  else void offer();
}

function isLong(text: Element): boolean {
  return text.getBoundingClientRect().height > longFrom * innerHeight;
}

/** Where a reader left an article: its path, a paragraph's id, and its number among them. */
type Place = readonly [path: string, id: string, index: number];

const key = 'dateline:places';
const most = 100;

/** Where the reader left this article the last time, as far as this device knows. */
function placeIn(path: string): Place | undefined {
  return places().find(([of]) => of === path);
}

/** Keeps a place, the oldest ones making room; without one, forgets that of the path. */
function keepPlace(path: string, place: Place | undefined): void {
  const others = places().filter(([of]) => of !== path);
  const all = place ? [place, ...others] : others;
  try {
    if (all.length > 0) localStorage.setItem(key, JSON.stringify(all.slice(0, most)));
    else localStorage.removeItem(key);
  } catch {
    // A device that keeps nothing.
  }
}

function places(): Place[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPlace) : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is Place {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string';
}

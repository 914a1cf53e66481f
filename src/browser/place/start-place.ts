import { onceShown } from '../page/on-idle.ts';
import { currentView } from '../page/on-reading.ts';

/** Bookmarks are for articles of at least this many window heights. */
const minWindows = 3;

/**
 * Stores the paragraph at which a reader leaves a long article, and offers to continue there when
 * the article is opened again without a hash.
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
  onceShown(() => void offer());
}

function isLong(text: Element): boolean {
  return text.getBoundingClientRect().height > minWindows * innerHeight;
}

/** Where a reader left an article: its path, the id of a paragraph, and the paragraph's index. */
type ReadingPlace = readonly [path: string, id: string, index: number];

const storageKey = 'dateline:places';
const maxPlaces = 100;

/** The stored place in an article; undefined where this device has none. */
function placeIn(path: string): ReadingPlace | undefined {
  return places().find(([of]) => of === path);
}

/** Stores a place and drops the oldest ones; without a place, deletes that of the path. */
function keepPlace(path: string, place: ReadingPlace | undefined): void {
  const others = places().filter(([of]) => of !== path);
  const all = place ? [place, ...others] : others;
  try {
    if (all.length > 0)
      localStorage.setItem(storageKey, JSON.stringify(all.slice(0, maxPlaces)));
    else localStorage.removeItem(storageKey);
  } catch {
    // The browser has no storage, or forbids it.
  }
}

function places(): ReadingPlace[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isPlace) : [];
  } catch {
    return [];
  }
}

function isPlace(value: unknown): value is ReadingPlace {
  return Array.isArray(value) && typeof value[0] === 'string' && typeof value[1] === 'string';
}

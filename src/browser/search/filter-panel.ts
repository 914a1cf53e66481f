import { narrowing, type SearchState } from './search-state.ts';

/** The filters of the search page, which fold on a narrow screen. */
export interface FilterPanel {
  /** Shows how many filters narrow the search. */
  count(state: SearchState): void;
  /** Opens the filters if the state has some that are not seen otherwise. */
  follow(state: SearchState): void;
}

/** Lets the reader open and close the filters. */
export function createFilterPanel(place: HTMLElement): FilterPanel {
  const toggle = place.querySelector<HTMLElement>('.search-toggle');
  const active = place.querySelector<HTMLElement>('.search-active');
  const setOpen = (isOpen: boolean) => {
    place.dataset['filters'] = isOpen ? 'open' : 'closed';
    toggle?.setAttribute('aria-expanded', `${isOpen}`);
  };
  toggle?.addEventListener('click', () => setOpen(place.dataset['filters'] !== 'open'));
  return {
    count: (state) => {
      if (active) active.textContent = `${countFilters(state) || ''}`;
    },
    follow: (state) => setOpen(countFilters(state) > 0 || state.order !== ''),
  };
}

function countFilters(state: SearchState): number {
  return [...narrowing, 'language' as const].filter((name) => state[name] !== '').length;
}

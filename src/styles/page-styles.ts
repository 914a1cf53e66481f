import article from './article.css?inline';
import list from './list.css?inline';
import search from './search.css?inline';

/** The style sheets of pages, as they are printed: their hashes stand in the policy. */
export const pageStyles = { article, list, search } as const;

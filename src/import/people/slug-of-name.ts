import { toNameSlug } from '../../content/article/slug.ts';

/** The slug of the page of an author with this name. */
export function slugOfName(name: string): string {
  return toNameSlug(name.normalize('NFKC').replaceAll('.', ' ').trim());
}

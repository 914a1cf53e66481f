import { onPlainClick } from '../page/on-plain-click.ts';

/**
 * Makes pictures open large: when they are clicked, and when the address names their figure.
 * Without this, or where it fails, their links lead to the file.
 */
export function startPictures(): void {
  const show = async (link: Element) =>
    (await import('./show-picture.ts')).showPicture(link as HTMLAnchorElement);
  onPlainClick('.enlarge', show, ({ href }) => location.assign(href));
  const follow = () => {
    const link = document.querySelector(':target > .enlarge');
    if (link) void show(link);
  };
  addEventListener('hashchange', follow);
  follow();
}

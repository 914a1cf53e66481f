import { onPlainClick } from '../page/on-click.ts';

/**
 * Opens a picture large when it is clicked, or when the address names its figure. Without scripts,
 * or where this fails, the link leads to the file.
 */
export function startPictures(): void {
  const show = async (link: HTMLAnchorElement) =>
    (await import('./show-picture.ts')).showPicture(link);
  onPlainClick('.enlarge', show, ({ href }) => location.assign(href));
  const follow = () => {
    for (const link of document.querySelectorAll<HTMLAnchorElement>('[id] > .enlarge')) {
      const { id } = link.parentElement as Element;
      if (location.hash === new URL(`#${id}`, location.href).hash) void show(link);
    }
  };
  addEventListener('hashchange', follow);
  follow();
}

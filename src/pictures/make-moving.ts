import { encodePicture, encodings } from './encode-picture.ts';
import { damaged, type OpenedPicture } from './open-picture.ts';
import type { MadePicture, MakeOptions } from './prepared-picture.ts';

/** Pixels of the widest picture that moves: each frame costs what a picture does. */
const widest = 960;

/** For readers who have asked their device for less movement. */
const still = '(prefers-reduced-motion:reduce)';

/**
 * The files of a picture that moves, and goes on moving: an animated WebP, an animated GIF for
 * what does not read that, and its first frame for readers who asked for less movement.
 *
 * @throws {UnusablePicture} where its frames cannot be read
 */
export async function makeMoving(
  opened: OpenedPicture,
  { key, rights }: MakeOptions,
): Promise<MadePicture> {
  const width = Math.min(opened.width, widest);
  const height = Math.max(1, Math.round((opened.height * width) / opened.width));
  const make = (name: 'webp' | 'gif', animated: boolean) =>
    encodePicture(opened.decode({ animated }).resize({ width, height }), name, rights).catch(
      () => {
        throw damaged(opened.format);
      },
    );
  const [first, webp, gif] = [
    { name: `${key}-still.webp`, data: await make('webp', false) },
    { name: `${key}-${width}.webp`, data: await make('webp', true) },
    { name: `${key}.gif`, data: await make('gif', true) },
  ];
  const { type } = encodings.webp;
  // Of few colours, a GIF may be smaller.
  const animated = webp.data.length < gif.data.length ? [webp] : [];
  return {
    picture: {
      name: gif.name,
      width,
      height,
      sources: [
        { type, media: still, files: [{ name: first.name, width }] },
        ...animated.map(({ name }) => ({ type, files: [{ name, width }] })),
      ],
    },
    files: new Map([first, ...animated, gif].map(({ name, data }) => [name, data])),
  };
}

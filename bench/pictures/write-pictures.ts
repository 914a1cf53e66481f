import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawPhotographs } from './draw-photographs.ts';
import type { PictureOptions } from './parse-picture-options.ts';

/**
 * Writes a content folder of articles with a featured photograph each. Returns the bytes of all
 * photographs.
 */
export async function writePictures(
  folder: string,
  { count, megapixels, seed }: PictureOptions,
): Promise<number> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'publication.yaml'), 'name: Benchmark Post\n');
  const draw = await drawPhotographs({ megapixels }, seed);
  let bytes = 0;
  for (let index = 0; index < count; index += 1) {
    const name = `photograph-${String(index).padStart(4, '0')}`;
    const photograph = await draw(index);
    bytes += photograph.length;
    await writeFile(join(folder, `${name}.jpg`), photograph);
    await writeFile(join(folder, `${name}.md`), article(name));
  }
  return bytes;
}

const article = (name: string) => `---
title: With ${name}
date: 2025-05-01
image:
  file: ./${name}.jpg
  alt: A photograph
  credit: Jane Roe via Archive / CC BY 4.0
---

Text.
`;

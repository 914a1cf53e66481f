import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import decompress from 'woff2-encoder/decompress';

/**
 * The fonts that a browser sees in tests: `every-script` has Noto for each script of the share
 * cards and DejaVu for the interface; `dejavu` is a fresh Debian, which has no other fonts.
 */
export type FontSet = 'every-script' | 'dejavu';

const root = fileURLToPath(new URL('../', import.meta.url));
const packages = join(root, 'node_modules');

/**
 * The environment in which fontconfig, and therefore Chromium on Linux, sees only the fonts of
 * the project's packages. Other systems ignore it. Writes the font files once, below
 * `.cache/test-fonts`.
 */
export async function fontEnvironment(set: FontSet): Promise<Record<string, string>> {
  const folder = await writeFonts();
  return { FONTCONFIG_FILE: join(folder, `${set}.conf`) };
}

/**
 * Chromium does not read WOFF2 from the file system, so the fonts are converted to TrueType.
 */
async function writeFonts(): Promise<string> {
  const sources = await listSources();
  const folder = join(root, '.cache/test-fonts', await nameOf(sources));
  if (existsSync(folder)) return folder;
  await mkdir(join(root, '.cache/test-fonts'), { recursive: true });
  const staging = await mkdtemp(join(root, '.cache/test-fonts/new-'));
  await mkdir(join(staging, 'dejavu'));
  await mkdir(join(staging, 'noto'));
  for (const path of sources.dejavu)
    await copyFile(path, join(staging, 'dejavu', basename(path)));
  for (const path of sources.noto) {
    const font = await decompress(await readFile(path));
    await writeFile(join(staging, 'noto', `${basename(path, '.woff2')}.ttf`), font);
  }
  for (const [set, folders] of Object.entries(FONT_SETS))
    await writeFile(join(staging, `${set}.conf`), formatConfig(folder, folders));
  // Another test file may have written the same fonts first.
  await rename(staging, folder).catch(() => rm(staging, { recursive: true, force: true }));
  return folder;
}

const FONT_SETS = {
  'every-script': ['noto', 'dejavu'],
  dejavu: ['dejavu'],
} as const satisfies Record<FontSet, readonly string[]>;

interface FontSources {
  readonly dejavu: readonly string[];
  readonly noto: readonly string[];
}

async function listSources(): Promise<FontSources> {
  const list = async (folder: string, ending: string) =>
    (await readdir(join(packages, folder)))
      .filter((name) => name.endsWith(ending))
      .sort()
      .map((name) => join(packages, folder, name));
  const families = (await readdir(join(packages, '@fontsource-variable'))).sort();
  const noto = await Promise.all(
    families.map((family) =>
      list(`@fontsource-variable/${family}/files`, '-wght-normal.woff2'),
    ),
  );
  const dejavu = await list('dejavu-fonts-ttf/ttf', '.ttf');
  return {
    dejavu: dejavu.filter((path) => !/Condensed|ExtraLight|Math/.test(basename(path))),
    noto: noto.flat(),
  };
}

/** The folder for these sources: a new version of a package gets a new folder. */
async function nameOf(sources: FontSources): Promise<string> {
  const sizes = [...sources.dejavu, ...sources.noto].map(async (path) => [
    path,
    (await stat(path)).size,
  ]);
  const key = JSON.stringify([await Promise.all(sizes), formatConfig('', ['noto', 'dejavu'])]);
  return createHash('sha256').update(key).digest('hex').slice(0, 16);
}

/** A variable font names itself after its lightest weight; pages ask for the family. */
const FAMILIES = ['Noto Serif KR', 'Noto Serif JP', 'Noto Serif SC', 'Noto Serif TC'];

/** The generic families of a Debian with Noto and DejaVu. */
const GENERIC = {
  serif: 'Noto Serif',
  'sans-serif': 'DejaVu Sans',
  monospace: 'DejaVu Sans Mono',
};

function formatConfig(folder: string, folders: readonly string[]): string {
  const renamed = FAMILIES.map(
    (family) => `<match target="scan">
  <test name="family"><string>${family} ExtraLight</string></test>
  <edit name="family" mode="assign"><string>${family}</string></edit>
</match>`,
  );
  const generic = Object.entries(GENERIC).map(
    ([alias, family]) =>
      `<alias><family>${alias}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
${folders.map((name) => `<dir>${folder}/${name}</dir>`).join('\n')}
<cachedir>${folder}/cache-${folders.join('-')}</cachedir>
${[...renamed, ...generic].join('\n')}
</fontconfig>
`;
}

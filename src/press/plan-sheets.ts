import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isCompressed } from '../hosting/precompress.ts';
import { filesOf } from '../newsroom/prepare-assets.ts';
import { createNotices } from '../outputs/feeds/create-notices.ts';
import { createSitemaps } from '../outputs/feeds/create-sitemaps.ts';
import type { TextFile } from '../outputs/feeds/feed-context.ts';
import { planFeeds } from '../outputs/feeds/feed-files.ts';
import { picturePath } from '../outputs/pictures/picture-store.ts';
import type { IndexFile } from '../outputs/search/list-index-files.ts';
import type { PlannedCard } from '../outputs/share-card/plan-cards.ts';
import { siteFile } from '../publication/edition/site-files.ts';
import { planArchivePage } from '../publication/view/archive-page.ts';
import type { InputCollector } from '../publication/view/collect-inputs.ts';
import type { PageKind } from '../publication/view/create-page.ts';
import { planCreditsPages } from '../publication/view/credits-page.ts';
import { planDayPages } from '../publication/view/day-page.ts';
import { planDaysPage } from '../publication/view/days-page.ts';
import { planFollowPage } from '../publication/view/follow-page.ts';
import { planFrontPage } from '../publication/view/front-page.ts';
import { planIndexPages } from '../publication/view/index-page.ts';
import { createManifest } from '../publication/view/manifest.ts';
import { planNotFoundPage } from '../publication/view/not-found-page.ts';
import { planOfflinePage } from '../publication/view/offline-page.ts';
import { listMarkdownVersions } from '../publication/view/page-forms.ts';
import { planListPages } from '../publication/view/plan-lists.ts';
import type { PlannedPage } from '../publication/view/planned-page.ts';
import { listAliasPages } from '../publication/view/redirect-page.ts';
import { wordsFile } from '../publication/view/script-words.ts';
import { planSearchPage } from '../publication/view/search-page.ts';
import { planThemePages } from '../publication/view/theme-page.ts';
import { type ViewContext, wordsOf } from '../publication/view/view-context.ts';
import { hashFile } from '../system/cache/cached-folder.ts';
import { packageFolder } from '../system/cache/package-folder.ts';
import type { PublicFile } from '../theme/public-files.ts';
import type { Recipe, Sheet, SheetKind } from './sheet.ts';
import type { SheetSources } from './sheet-sources.ts';

/** Absolute paths. */
export interface PlanFolders {
  readonly cacheDir: string;
}

/** Plans all files of a site except share cards, the search index and files for hosts. */
export function* planSheets(site: SheetSources, folders: PlanFolders): Generator<Sheet> {
  const replaced = new Set<string>();
  for (const file of site.loaded.themeFiles?.publicFiles ?? []) {
    replaced.add(file.file);
    yield publicFile(file);
  }
  for (const sheet of planOwnSheets(site, folders)) if (!replaced.has(sheet.file)) yield sheet;
}

/** The files that a publication has made for it. */
function* planOwnSheets(site: SheetSources, folders: PlanFolders): Generator<Sheet> {
  const { view, feeds } = site;
  yield* scripts(site);
  yield* icons(site, folders);
  yield* publicFiles(join(packageFolder(), 'public'));
  yield* assets(site, folders.cacheDir);
  yield* pages(site);
  for (const edition of view.editions) {
    const file = createManifest(view, edition);
    yield text('manifest', { ...file, type: 'application/manifest+json' });
  }
  yield* markdown(site);
  yield* aliases(site);
  yield* feedSheets(site);
  for (const file of createSitemaps(feeds)) yield text('sitemap', file);
  for (const file of createNotices(feeds)) yield text('notice', file);
}

/** Plans the files of share cards. */
export function* cardSheets(cards: readonly PlannedCard[]): Generator<Sheet> {
  for (const { name, version, card, places } of cards)
    yield sheet(
      `assets/${name}`,
      'card',
      // The name is the hash of the card.
      () => ({ name, version, places }),
      (inputs) => ({ form: 'card', ...inputs, card }),
    );
}

/** Plans the files of the search index. */
export function* indexSheets(files: readonly IndexFile[]): Generator<Sheet> {
  for (const item of files)
    yield {
      file: item.file,
      kind: 'search',
      inputs: () => item.sha256,
      recipe: () => indexRecipe(item),
    };
}

function indexRecipe(item: IndexFile): Recipe {
  if ('content' in item) return bytes(item.content);
  if ('from' in item) return { form: 'file', path: item.from, sha256: item.sha256 };
  const files = item.joined.map(({ from, sha256 }) => ({ path: from, sha256 }));
  return { form: 'join', head: item.head, files };
}

function* pages({ view, collector, themePages }: SheetSources): Generator<Sheet> {
  const { byPath, editions } = collector.publication;
  for (const edition of editions) yield page(view, planFrontPage(view, edition, collector));
  for (const story of byPath.values()) {
    // Lists have the pages of people.
    if (story.kind === 'person') continue;
    if (story.kind === 'running-story') {
      const inputs = { ...collector.storyOf(story), story };
      yield page(view, { address: story.address, page: 'running-story', inputs });
      continue;
    }
    yield sheet(
      fileAt(story.address),
      'article',
      () => ({ view, ...collector.storyOf(story) }),
      ({ view: _, ...inputs }) => ({ form: 'page', page: 'article', inputs }),
    );
  }
  for (const edition of editions) {
    for (const plan of planListPages(view, edition, collector)) yield page(view, plan);
    for (const plan of planIndexPages(view, edition)) yield page(view, plan);
    for (const plan of planArchivePage(edition)) yield page(view, plan);
    for (const plan of planDaysPage(view, edition)) yield page(view, plan);
    for (const plan of planDayPages(view, edition, collector.briefOf)) yield page(view, plan);
    for (const plan of planCreditsPages(view, edition, collector)) yield page(view, plan);
    for (const plan of planSearchPage(view, edition)) yield page(view, plan);
    for (const plan of planFollowPage(view, edition)) yield page(view, plan);
    for (const plan of planThemePages(edition, collector, themePages)) yield page(view, plan);
  }
  for (const edition of view.editions) yield page(view, planOfflinePage(edition));
  yield page(view, planNotFoundPage());
}

/** The Markdown version of each article, beside its page. */
function* markdown({ view, collector, loaded }: SheetSources): Generator<Sheet> {
  for (const { address, path } of listMarkdownVersions(collector.publication)) {
    const story = collector.publication.byPath.get(path);
    if (story === undefined) continue;
    yield sheet(
      address.slice(1),
      'markdown',
      () => ({ view, source: loaded.sources.get(path), text: collector.textOf(story) }),
      ({ source, text }) => ({ form: 'markdown', source, text }),
    );
  }
}

/** Pages at aliases, which redirect. */
function* aliases({ view, collector }: SheetSources): Generator<Sheet> {
  for (const { file, inputs } of listAliasPages(collector.publication))
    yield sheet(
      file,
      'alias',
      () => ({ view, inputs }),
      ({ inputs }) => ({ form: 'alias', inputs }),
    );
}

/** Feeds, if the URL of the site is known. */
function* feedSheets({ view, collector, feedStyle }: SheetSources): Generator<Sheet> {
  if (view.siteUrl === undefined) return;
  for (const plan of planFeeds(collector.publication)) {
    const { address, type, format, articles } = plan;
    const subject = { ...plan.subject, picture: pictureOf(plan.picture, collector) };
    yield {
      ...sheet(
        address.slice(1),
        'feed',
        () => ({
          view,
          style: feedStyle.name,
          subject,
          articles: articles.map(collector.entryOf),
        }),
        ({ style, subject, articles }) => ({ form: 'feed', format, subject, style, articles }),
      ),
      type,
    };
  }
}

function pictureOf(file: string | undefined, { assets }: InputCollector) {
  const asset = file === undefined ? undefined : assets.get(file);
  if (asset?.kind !== 'picture') return undefined;
  const { name, width, height } = asset;
  return { name, width, height };
}

/** Scripts, their words, external style sheets, and the service worker. */
function* scripts(site: SheetSources): Generator<Sheet> {
  const { scripts, feedStyle, view } = site;
  const unused = unusedStyles(site);
  for (const [name, code] of scripts.files)
    if (!unused.has(name)) yield named('script', `assets/${name}`, () => bytes(code));
  const { theme } = view.settings;
  const words = view.editions.map(({ language }) => wordsFile(wordsOf(view, language), theme));
  for (const [name, text] of new Map(words.map(({ name, text }) => [name, text])))
    yield named('script', `assets/${name}`, () => bytes(text));
  yield named('script', `assets/${feedStyle.name}`, () => bytes(feedStyle.css));
  const { file } = site.themeSheet ?? {};
  if (file) yield named('script', `assets/${file.name}`, () => bytes(file.bytes));
  for (const [name, content] of site.loaded.themeFiles?.assets ?? [])
    yield named('asset', `assets/${name}`, () => bytes(content));
  yield hashed('script', siteFile.serviceWorker.slice(1), () => scripts.serviceWorker);
}

/** The files of the style sheets of blocks that no text has. */
function unusedStyles({ scripts, collector }: SheetSources): Set<string> {
  const files = new Map(Object.entries(scripts.blockStyles));
  for (const { body } of collector.publication.byPath.values())
    for (const reference of body.references)
      if (reference.kind === 'style') files.delete(reference.style);
  return new Set(files.values());
}

/** Pictures, clips and attachments. */
function* assets({ loaded }: SheetSources, cacheDir: string): Generator<Sheet> {
  const { assets, logo, darkLogo } = loaded;
  const all = [...assets.values(), ...[logo, darkLogo].filter((file) => file !== undefined)];
  const clips = new Set(all.flatMap((asset) => (asset.kind === 'clip' ? [asset.name] : [])));
  for (const name of new Set(all.flatMap(filesOf)))
    yield named('asset', `assets/${name}`, () => ({
      form: clips.has(name) ? 'copy' : 'file',
      path: picturePath(cacheDir, name),
    }));
}

/** The files of the publication's icon, or of Dateline's where it has none. */
function* icons({ loaded }: SheetSources, { cacheDir }: PlanFolders): Generator<Sheet> {
  const defaults = join(packageFolder(), 'src/press/icons');
  const paths = loaded.icons
    ? Object.entries(loaded.icons).map(
        ([name, stored]) => [name, picturePath(cacheDir, stored)] as const,
      )
    : readdirSync(defaults).map((name) => [name, join(defaults, name)] as const);
  for (const [name, path] of paths) yield hashed('icon', name, () => readFileSync(path));
}

/** A larger file, or one that is not text, is copied: it may be larger than memory. */
const largestText = 5_000_000;

/** A file of the theme that is published as it is. */
function publicFile({ file, path }: PublicFile): Sheet {
  return sheet(
    file,
    'asset',
    () => hashFile(path),
    () =>
      isCompressed(file) && statSync(path).size <= largestText
        ? bytes(readFileSync(path))
        : { form: 'copy', path },
  );
}

/** The files of the folder `public`, such as fonts. */
function* publicFiles(folder: string): Generator<Sheet> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    yield hashed('asset', path.slice(folder.length + 1).replaceAll(sep, '/'), () =>
      readFileSync(path),
    );
  }
}

/** A page, which depends on the view context and the inputs of its plan. */
function page(view: ViewContext, { address, page, inputs }: PlannedPage<PageKind>): Sheet {
  return sheet(
    fileAt(address),
    page,
    () => ({ view, inputs }),
    ({ inputs }) => ({ form: 'page', page, inputs }) as Recipe,
  );
}

function text(kind: SheetKind, { address, type, text }: TextFile): Sheet {
  return { ...sheet(address.slice(1), kind, () => text, bytes), type };
}

/** A file whose name contains the hash of its bytes. */
function named(kind: SheetKind, file: string, recipe: () => Recipe): Sheet {
  return sheet(file, kind, () => file, recipe);
}

/** A file whose only input is its bytes. */
function hashed(kind: SheetKind, file: string, load: () => Uint8Array): Sheet {
  const hash = () => createHash('sha256').update(load()).digest('hex');
  return sheet(file, kind, hash, () => bytes(load()));
}

function bytes(bytes: string | Uint8Array): Recipe {
  return { form: 'bytes', bytes };
}

function sheet<Inputs>(
  file: string,
  kind: SheetKind,
  inputs: () => Inputs,
  recipe: (inputs: Inputs) => Recipe,
): Sheet {
  return { file, kind, inputs, recipe } as Sheet;
}

/** `/ko/2026/` -> `ko/2026/index.html`, `/404.html` -> `404.html` */
function fileAt(address: string): string {
  return address.slice(1) + (address.endsWith('/') ? 'index.html' : '');
}

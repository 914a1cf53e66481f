import { readFileSync, statSync } from 'node:fs';
import { decodeContentFile } from '../content/article/decode-content-file.ts';
import type { WrittenFront } from '../content/settings/front-schema.ts';
import { parseFront, type ReadFront } from '../content/settings/parse-front.ts';
import type {
  PublicationSettings,
  ReadSettings,
} from '../content/settings/publication-settings.ts';
import { createNewsDate, parseWrittenDate, startOf } from '../language/news-date.ts';
import { pathOnDisk } from '../outputs/pictures/path-on-disk.ts';
import type { DatedFront } from '../publication/edition/dated-front.ts';
import { quote } from '../system/problems/format-problem.ts';
import { type Problem, wrongValue } from '../system/problems/problem.ts';

/** `front/2026-01-06.yaml`, `front/2026-01-06-0630.ko.yaml` */
const frontFile = /^front\/(\d{4}-\d{2}-\d{2})(?:-(\d{2})(\d{2}))?(?:\.([\w-]+))?\.ya?ml$/iu;

/** A file that was probably meant to be one. */
const nearlyFrontFile = /^front\/[^/]+\.ya?ml$/iu;

/** The maximum size of a file in bytes: thousands of articles. */
const maxSize = 100_000;

interface Places {
  readonly contentDir: string;
  readonly shown: string;
  readonly settings: PublicationSettings;
}

/**
 * Reads what editors chose for front pages: `front:` of `publication.yaml`, and the files of the
 * folder `front`, each from the time in its name on. A file with an error is not used.
 */
export function readFronts(
  files: ReadonlySet<string>,
  readSettings: ReadSettings,
  places: Places,
): { readonly fronts: readonly DatedFront[]; readonly problems: readonly Problem[] } {
  const fronts: DatedFront[] = [];
  const problems: Problem[] = [];
  const { front, file, positionOf } = readSettings;
  if (front && file !== undefined && positionOf)
    add({ front, file, start: Number.NEGATIVE_INFINITY }, (path) => ({
      ...positionOf(['front', ...path]),
      field: ['front', ...path].join('.'),
    }));
  for (const path of files) {
    if (!nearlyFrontFile.test(path)) continue;
    const own = `${places.shown}/${path}`;
    const start = startOfName(path, places.settings);
    if (typeof start === 'string') {
      const at = { file: own, line: 1, column: 1, field: 'file' };
      const cure = 'rename it';
      problems.push({
        severity: 'warning',
        ...at,
        message: wrongValue(start, quote(path)),
        cure,
      });
      continue;
    }
    const read = readFile(pathOnDisk(places.contentDir, path), own);
    problems.push(...read.problems);
    const { front, positionOf } = read;
    if (front && positionOf)
      add({ front, file: own, ...start }, (path) => ({
        ...positionOf(path),
        field: path.join('.'),
      }));
  }
  return { fronts, problems };

  function add(
    {
      front,
      ...own
    }: Pick<DatedFront, 'file' | 'start' | 'language'> & { front: WrittenFront },
    placeOf: DatedFront['placeOf'],
  ) {
    const written = front.until === undefined ? undefined : parseWrittenDate(front.until);
    if (front.until !== undefined && written === undefined) {
      const expected = 'a date such as 2026-03-04 or 2026-03-04T09:30+09:00';
      const message = wrongValue(expected, quote(front.until));
      problems.push({ severity: 'error', file: own.file, ...placeOf(['until']), message });
      return;
    }
    const { timeZone } = places.settings;
    const until = written && startOf(createNewsDate(written, timeZone), timeZone);
    fronts.push({ ...own, front, until, placeOf });
  }
}

/** When a front page begins, from the name of its file; or what was expected instead. */
function startOfName(
  path: string,
  { timeZone, languages }: PublicationSettings,
): Pick<DatedFront, 'start' | 'language'> | string {
  const expected = 'a name such as front/2026-03-04.yaml or front/2026-03-04-0630.yaml';
  const [, day, hour, minute, tag] = frontFile.exec(path) ?? [];
  const language = languages.find((own) => own.toLowerCase() === tag?.toLowerCase());
  if (tag !== undefined && language === undefined)
    return 'a name with a language of the publication, such as front/2026-03-04.ko.yaml';
  const written = parseWrittenDate(hour === undefined ? `${day}` : `${day}T${hour}:${minute}`);
  if (written === undefined) return expected;
  return { start: startOf(createNewsDate(written, timeZone), timeZone), language };
}

function readFile(path: string, file: string): ReadFront {
  const { size } = statSync(path);
  if (size > maxSize) {
    const at = { file, line: 1, column: 1, field: 'front page' };
    const message = wrongValue(`at most ${maxSize} bytes`, `${size} bytes`);
    return { problems: [{ severity: 'error', ...at, message, cure: 'shorten it' }] };
  }
  const bytes = readFileSync(path);
  const empty = bytes.toString('latin1').trim() === '';
  const { text, problem } = empty ? { text: '' } : decodeContentFile(bytes, file);
  return text === undefined ? { problems: problem ? [problem] : [] } : parseFront(text, file);
}

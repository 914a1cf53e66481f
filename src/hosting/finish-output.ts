import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFileList, formatFileList } from './file-list.ts';
import { hostFiles } from './hosts/host-files.ts';
import { toHeadersFile } from './hosts/to-headers-file.ts';
import { toRedirectsFile } from './hosts/to-redirects-file.ts';
import { KEPT, takeHostedSite } from './load-hosted-site.ts';
import { precompress } from './precompress.ts';

/**
 * Adds to a folder of pages what hosts need: `_headers` and `_redirects`, compressed copies where
 * the site wants them, and beside the folder, in the one of the same name with `-hosting` behind
 * it, the list of its files and what single hosts need.
 *
 * @param cacheDir where compressed copies are kept; absolute
 */
export async function finishOutput(folder: string, cacheDir: string): Promise<void> {
  const site = await takeHostedSite(folder);
  await writeFile(join(folder, '_headers'), toHeadersFile(site, '/'));
  await writeFile(join(folder, '_redirects'), toRedirectsFile(site, '/'));
  await precompress(folder, site.precompress, cacheDir);
  const beside = `${folder}-hosting`;
  await mkdir(beside);
  const put = (name: string, text: string) => writeFile(join(beside, name), text);
  await put('files.json', formatFileList(createFileList(folder)));
  await put(KEPT, `${JSON.stringify(site)}\n`);
  for (const { file, format } of Object.values(hostFiles)) await put(file, format(site));
}

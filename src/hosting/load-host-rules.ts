import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type HeaderRule, parseHeadersFile } from './headers-file.ts';
import { parseRedirectsFile, type RedirectRule } from './redirects-file.ts';

export interface HostRules {
  readonly headers: readonly HeaderRule[];
  readonly redirects: readonly RedirectRule[];
}

/** What a folder tells its host in `_headers` and `_redirects`; a missing file says nothing. */
export async function loadHostRules(root: string): Promise<HostRules> {
  const [headers, redirects] = await Promise.all([
    readText(join(root, '_headers')),
    readText(join(root, '_redirects')),
  ]);
  return { headers: parseHeadersFile(headers), redirects: parseRedirectsFile(redirects) };
}

function readText(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

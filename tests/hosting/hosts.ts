import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import {
  findNginx,
  hasHostingPackages,
  hostingPackages,
} from '../../src/commands/test-programs.mjs';
import { serveFolder } from '../../src/hosting/server/serve-folder.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { type BuiltSite, projectRoot } from '../test-site.ts';
import { freePort } from './free-port.ts';
import { runServer } from './run-server.ts';

/** Serves a built site and returns the origin; undefined if the host's program is missing. */
export type Host = (t: TestContext, site: BuiltSite) => Promise<string | undefined>;

export const preview: Host = async (t, { outDir }) => {
  const { address, close } = await serveFolder(outDir, { host: '127.0.0.1' });
  t.after(close);
  return new URL(address).origin;
};

/** Cloudflare Pages, run by its own tool. */
export const cloudflare: Host = async (t, { outDir }) => {
  if (!hasHostingPackages(projectRoot)) return skip(t, 'tests/hosting/packages');
  const port = await freePort();
  const folder = await temporaryFolder(t);
  const wrangler = join(hostingPackages(projectRoot), 'node_modules/wrangler/bin/wrangler.js');
  const args = [wrangler, 'pages', 'dev', outDir, '--ip', '127.0.0.1', '--port', `${port}`];
  return runServer(t, `http://127.0.0.1:${port}`, process.execPath, args, {
    cwd: folder,
    env: {
      ...process.env,
      HOME: folder,
      XDG_CONFIG_HOME: folder,
      WRANGLER_SEND_METRICS: 'false',
      WRANGLER_LOG_PATH: folder,
      CI: '1',
    },
  });
};

/**
 * nginx with its generated file, over https, with a redirect from http; a self-signed
 * certificate and free ports replace what a user fills in.
 */
export const nginx: Host = async (t, { outDir }) => {
  const program = findNginx(projectRoot);
  if (program === undefined) return skip(t, 'nginx');
  if (spawnSync('openssl', ['version']).status !== 0) return skip(t, 'openssl');
  const folder = await temporaryFolder(t);
  await mkdir(join(folder, 'temp'));
  makeCertificate(folder);
  const [secure, plain] = [await freePort(), await freePort()];
  const made = await readFile(join(`${outDir}-hosting`, 'nginx.conf'), 'utf8');
  const config = made
    .replace(/^ *listen \[::\].*\n/gmu, '')
    .replace('listen 443 ssl http2;', `listen 127.0.0.1:${secure} ssl http2;`)
    .replace('listen 80;', `listen 127.0.0.1:${plain};`)
    .replace('https://$host$request_uri', `https://$host:${secure}$request_uri`)
    .replace(/ssl_certificate(_key)? .*;/gu, (_, key) =>
      key
        ? `ssl_certificate_key ${folder}/key.pem;`
        : `ssl_certificate ${folder}/certificate.pem;`,
    )
    .replaceAll('server_name news.example', 'server_name 127.0.0.1 localhost')
    .replaceAll('/srv/site/', `${outDir}/`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${folder}/temp/${name};`,
  );
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
${process.getuid?.() === 0 ? 'user root;' : ''}
events {}
http {
access_log off;
${temporary.join('\n')}
${config}
}
`,
  );
  await runServer(t, `https://127.0.0.1:${secure}`, program, [
    '-p',
    folder,
    '-e',
    `${folder}/error.log`,
    '-c',
    `${folder}/nginx.conf`,
  ]);
  const origin = `https://127.0.0.1:${secure}`;
  servers.set(origin, {
    securePort: secure,
    plainPort: plain,
    certificate: join(folder, 'certificate.pem'),
  });
  return origin;
};

export interface NginxServer {
  readonly securePort: number;
  /** Redirects visitors to https. */
  readonly plainPort: number;
  /** Path of the certificate. */
  readonly certificate: string;
}

const servers = new Map<string, NginxServer>();

/** A running nginx by its origin. */
export function nginxServer(origin: string): NginxServer {
  const server = servers.get(origin);
  if (server === undefined) throw new Error(`no nginx at ${origin}`);
  return server;
}

function makeCertificate(folder: string): void {
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  const files = ['-keyout', join(folder, 'key.pem'), '-out', join(folder, 'certificate.pem')];
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const { status, stderr } = spawnSync(
    'openssl',
    ['req', '-x509', '-days', '2', ...key, ...files, ...subject],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`openssl: ${stderr}`);
}

/** Skips the test and names the missing program; fails if `CI=true`. */
export function skip(t: TestContext, what: string): undefined {
  const text = `no ${what}: run "node src/commands/set-up.mjs --browser"`;
  if (process.env['CI'] === 'true') throw new Error(text);
  t.skip(text);
  return undefined;
}

import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { hostingPackages } from '../../src/commands/test-programs.mjs';
import { projectRoot } from '../test-site.ts';
import type { NginxServer } from './hosts.ts';

const modules = join(hostingPackages(projectRoot), 'node_modules');

/** Loads a module of the test-only packages, which the project does not depend on. */
async function load(path: string) {
  return import(pathToFileURL(join(modules, path)).href);
}

export interface Grade {
  readonly grade: string;
  readonly score: number;
  /** What was checked, with the results. */
  readonly results: readonly string[];
}

/** Mozilla's HTTP Observatory, on a local server with a trusted certificate. */
export async function observe(server: NginxServer): Promise<Grade> {
  const program = join(import.meta.dirname, 'observe.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [program, modules, `${server.plainPort}`, `${server.securePort}`],
    { env: { ...process.env, NODE_EXTRA_CA_CERTS: server.certificate } },
  );
  return JSON.parse(stdout) as Grade;
}

/** The findings of Google's CSP Evaluator, most severe first: `HIGH script-src: …`. */
export async function evaluatePolicy(policy: string): Promise<string[]> {
  const { CspEvaluator } = await load('csp_evaluator/dist/evaluator.js');
  const { CspParser } = await load('csp_evaluator/dist/parser.js');
  const { Severity } = await load('csp_evaluator/dist/finding.js');
  const { csp } = new CspParser(policy);
  const findings: { severity: number; directive: string; description: string }[] =
    new CspEvaluator(csp).evaluate();
  return findings
    .sort((a, b) => a.severity - b.severity)
    .map(
      ({ severity, directive, description }) =>
        `${Severity[severity]} ${directive}: ${description}`,
    );
}

export interface NetlifyRules {
  readonly headers: readonly {
    readonly for: string;
    readonly forRegExp: RegExp;
    readonly values: Readonly<Record<string, string>>;
  }[];
  readonly redirects: readonly { readonly from: string; readonly to: string }[];
  readonly errors: readonly unknown[];
}

/** Parses `_headers` and `_redirects` of a folder as Netlify does. */
export async function readAsNetlify(folder: string): Promise<NetlifyRules> {
  const { parseAllHeaders } = await load('@netlify/headers-parser/lib/index.js');
  const { parseAllRedirects } = await load('@netlify/redirect-parser/lib/index.js');
  const headers = await parseAllHeaders({
    headersFiles: [join(folder, '_headers')],
    configHeaders: [],
    minimal: false,
  });
  const redirects = await parseAllRedirects({
    redirectsFiles: [join(folder, '_redirects')],
    configRedirects: [],
    minimal: false,
  });
  return {
    headers: headers.headers,
    redirects: redirects.redirects,
    errors: [...headers.errors, ...redirects.errors],
  };
}

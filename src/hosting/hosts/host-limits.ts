import type { HostName } from '../../content/settings/host-names.ts';

/** One limit of a host. */
export interface Limit {
  readonly max: number;
  /** The page of the host that names it. */
  readonly source: string;
}

/** What hosts limit, in the order in which it is reported, with the unit of its numbers. */
export const limitKinds = {
  /** Of the whole site. */
  files: 'files',
  /** Folders count too. */
  entries: 'files and folders',
  folderFiles: 'files in one folder',
  bytes: 'bytes',
  /** Of the largest file. */
  fileBytes: 'bytes of a file',
  /** Of the path of a file, in UTF-8. */
  pathBytes: 'bytes of a path',
  redirects: 'redirects',
  /** Redirects and rules for headers together. */
  routes: 'routes',
  redirectLength: 'characters of a redirect',
  redirectBytes: 'bytes of `_redirects`',
  headerRules: 'header rules',
  headerLength: 'characters of a header',
  /** Sent in a month. No build knows it. */
  traffic: 'bytes a month',
} as const;

export type LimitKind = keyof typeof limitKinds;

/** What is known of a host. */
export interface HostLimits {
  readonly label: string;
  readonly limits: Readonly<Partial<Record<LimitKind, Limit>>>;
  /** Something to know about a limit. */
  readonly note?: string;
}

/** When all limits were looked up, in copies of the pages of the hosts. */
export const lookedUp = '2026-11-28';

const [MB, GB, KiB, MiB] = [1e6, 1e9, 1024, 1024 ** 2];

const from = (source: string) => (max: number) => ({ max, source });

const cloudflarePages = from('https://developers.cloudflare.com/pages/platform/limits/');
const cloudflareRedirects = from(
  'https://developers.cloudflare.com/pages/configuration/redirects/',
);
const workers = from('https://developers.cloudflare.com/workers/platform/limits/');
const workersRedirects = from(
  'https://developers.cloudflare.com/workers/static-assets/redirects/',
);
const workersHeaders = from('https://developers.cloudflare.com/workers/static-assets/headers/');
const githubPages = from(
  'https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits',
);
const gitlabSettings = from('https://docs.gitlab.com/user/gitlab_com/');
const gitlabEntries = from('https://gitlab.com/gitlab-org/gitlab/-/issues/500273');
const gitlabRedirects = from('https://docs.gitlab.com/user/project/pages/redirects/');
const vercel = from('https://vercel.com/docs/limits');
const azure = from('https://learn.microsoft.com/en-us/azure/static-web-apps/quotas');

const pagesLimits = {
  fileBytes: cloudflarePages(25 * MiB),
  redirects: cloudflarePages(2000),
  redirectLength: cloudflareRedirects(1000),
  headerRules: cloudflarePages(100),
  headerLength: cloudflarePages(2000),
} as const;

const workersLimits = {
  fileBytes: workers(25 * MiB),
  redirects: workersRedirects(2000),
  redirectLength: workersRedirects(1000),
  headerRules: workersHeaders(100),
  headerLength: workersHeaders(2000),
} as const;

const archive = '`vercel deploy --archive=tgz` uploads more files';

/**
 * The limits of each host. Where a page says MB or GB and no more, the smaller meaning (1,000 kB) is
 * taken.
 */
export const hostLimits = {
  'azure-static-web-apps': {
    label: 'Azure Static Web Apps, free',
    limits: { files: azure(15_000), bytes: azure(250 * MB), traffic: azure(100 * GB) },
  },
  'azure-static-web-apps-standard': {
    label: 'Azure Static Web Apps, standard',
    limits: { files: azure(15_000), bytes: azure(500 * MB), traffic: azure(100 * GB) },
  },
  'cloudflare-pages': {
    label: 'Cloudflare Pages, free',
    limits: { files: cloudflarePages(20_000), ...pagesLimits },
  },
  'cloudflare-pages-paid': {
    label: 'Cloudflare Pages, paid',
    limits: { files: cloudflarePages(100_000), ...pagesLimits },
    note: 'set `PAGES_WRANGLER_MAJOR_VERSION=4` in the project there',
  },
  'cloudflare-workers': {
    label: 'Cloudflare Workers, free',
    limits: { files: workers(20_000), ...workersLimits },
  },
  'cloudflare-workers-paid': {
    label: 'Cloudflare Workers, paid',
    limits: { files: workers(100_000), ...workersLimits },
  },
  'github-pages': {
    label: 'GitHub Pages',
    limits: { bytes: githubPages(GB), traffic: githubPages(100 * GB) },
  },
  'gitlab-pages': {
    label: 'GitLab Pages on GitLab.com',
    limits: {
      entries: gitlabEntries(200_000),
      bytes: gitlabSettings(GB),
      redirects: gitlabRedirects(1000),
      redirectBytes: gitlabRedirects(64 * KiB),
    },
  },
  netlify: {
    label: 'Netlify',
    limits: {
      folderFiles: from('https://docs.netlify.com/site-deploys/overview')(54_000),
    },
  },
  s3: {
    label: 'Amazon S3',
    limits: {
      fileBytes: from(
        'https://docs.aws.amazon.com/AmazonS3/latest/userguide/upload-objects.html',
      )(5 * GB),
      pathBytes: from('https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html')(
        1024,
      ),
    },
    note: 'larger files in parts, as `aws s3 cp` and rclone send them',
  },
  vercel: {
    label: 'Vercel, Hobby',
    limits: {
      files: vercel(15_000),
      bytes: vercel(100 * MB),
      routes: vercel(2048),
      traffic: vercel(100 * GB),
    },
    note: archive,
  },
  'vercel-pro': {
    label: 'Vercel, Pro',
    limits: { files: vercel(15_000), bytes: vercel(GB), routes: vercel(2048) },
    note: archive,
  },
} as const satisfies Readonly<Record<HostName, HostLimits>>;

/** The limits of a host; undefined for an unknown host. */
export function limitsOf(name: string): HostLimits | undefined {
  return Object.hasOwn(hostLimits, name) ? hostLimits[name as HostName] : undefined;
}

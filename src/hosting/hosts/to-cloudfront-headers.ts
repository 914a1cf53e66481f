import type { HostedSite } from '../../security/hosted-site.ts';
import { headersOfFile } from './header-choices.ts';

/** Path patterns of a distribution's behaviours, with a file that stands for those it fits. */
const behaviours = [
  { pattern: 'assets/*.js', name: 'scripts', file: 'assets/a.js' },
  { pattern: 'assets/*.svg', name: 'drawings', file: 'assets/a.svg' },
  { pattern: 'assets/*', name: 'assets', file: 'assets/a.png' },
  { pattern: 'sw.js', name: 'worker', file: 'sw.js' },
  { pattern: '*.xml', name: 'feeds', file: 'feed.xml' },
  { pattern: '*', name: 'pages', file: 'index.html' },
] as const;

/** Headers that a policy has fields of its own for, and refuses among the others. */
const fields = {
  'Content-Security-Policy': (value: string) => ({
    ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: value },
  }),
  'X-Content-Type-Options': () => ({ ContentTypeOptions: { Override: true } }),
  'X-Frame-Options': (value: string) => ({
    FrameOptions: { Override: true, FrameOption: value },
  }),
  'Referrer-Policy': (value: string) => ({
    ReferrerPolicy: { Override: true, ReferrerPolicy: value },
  }),
  'Strict-Transport-Security': (value: string) => ({
    StrictTransportSecurity: {
      Override: true,
      IncludeSubdomains: false,
      Preload: false,
      AccessControlMaxAgeSec: Number(/\d+/u.exec(value)?.[0]),
    },
  }),
} as const;

/**
 * CloudFront: response headers policies, one for each behaviour, in the order in which the
 * distribution must have the behaviours.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/APIReference/API_ResponseHeadersPolicyConfig.html
 */
export function toCloudfrontHeaders(site: HostedSite): string {
  const { basePath } = site;
  const policies = behaviours.map(({ pattern, name, file }) => {
    const headers = headersOfFile(site, basePath + file);
    const security = headers.flatMap(([header, value]) =>
      isField(header) ? [fields[header](value)] : [],
    );
    const custom = headers
      .filter(([header]) => !isField(header))
      .map(([Header, Value]) => ({ Header, Value, Override: true }));
    return {
      PathPattern: pattern === '*' ? pattern : basePath.slice(1) + pattern,
      ResponseHeadersPolicyConfig: {
        Name: `site-${name}`,
        SecurityHeadersConfig: Object.assign({}, ...security),
        CustomHeadersConfig: { Quantity: custom.length, Items: custom },
      },
    };
  });
  return `${JSON.stringify(policies, null, 2)}\n`;
}

function isField(header: string): header is keyof typeof fields {
  return Object.hasOwn(fields, header);
}

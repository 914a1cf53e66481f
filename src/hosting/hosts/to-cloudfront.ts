import type { HostedSite } from '../../security/hosted-site.ts';
import { headersOfFile, siteRedirects } from './site-rules.ts';

/** CloudFront rejects a function of more than 10 KB. */
const MAX_REDIRECT_BYTES = 8000;

/**
 * S3 behind CloudFront: a function for "viewer request" (JavaScript runtime 2.0). A bucket has no
 * folders, so the function adds `index.html`.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
export function toCloudfrontFunction(site: HostedSite): string {
  return `// Made by the build: a CloudFront function for "viewer request", runtime cloudfront-js-2.0.
const base = ${JSON.stringify(site.basePath)};
const moved = ${JSON.stringify(redirectsThatFit(site))};

function handler(event) {
  const request = event.request;
  const uri = request.uri;
  if (moved[uri]) return redirect(301, moved[uri], request);
  if (uri + '/' === base) return redirect(308, base, request);
  if (uri.endsWith('/index.html')) return redirect(308, uri.slice(0, -10), request);
  const name = uri.slice(uri.lastIndexOf('/') + 1);
  if (name !== '' && name.indexOf('.') < 0) return redirect(308, uri + '/', request);
${site.lowerCase ? "  if (name === '' && /[A-Z]/.test(uri.replace(/%../g, ''))) {\n    return redirect(301, uri.replace(/%..|[A-Z]/g, lower), request);\n  }\n" : ''}  if (uri.startsWith(base)) request.uri = '/' + uri.slice(base.length);
  if (name === '') request.uri += 'index.html';
  return request;
}
${site.lowerCase ? "\nfunction lower(part) {\n  return part[0] === '%' ? part : part.toLowerCase();\n}\n" : ''}
function redirect(statusCode, to, request) {
  const search = Object.keys(request.querystring)
    .map((name) => name + '=' + request.querystring[name].value)
    .join('&');
  // Two slashes would name another host.
  const value = to.replace(/^\\/{2,}/, '/') + (search && '?' + search);
  return { statusCode, statusDescription: 'Moved', headers: { location: { value } } };
}
`;
}

function redirectsThatFit(site: HostedSite): Record<string, string> {
  const moved: Record<string, string> = {};
  let free = MAX_REDIRECT_BYTES;
  for (const { from, to } of siteRedirects(site)) {
    free -= from.length + to.length + 6;
    if (free > 0) moved[from] = to;
  }
  return moved;
}

/** Path patterns of the behaviours of a distribution, each with a file that matches. */
const behaviours = [
  { pattern: 'assets/*.js', name: 'scripts', file: 'assets/a.js' },
  { pattern: 'assets/*.svg', name: 'drawings', file: 'assets/a.svg' },
  { pattern: 'assets/*', name: 'assets', file: 'assets/a.png' },
  { pattern: 'sw.js', name: 'worker', file: 'sw.js' },
  { pattern: '*.xml', name: 'feeds', file: 'feed.xml' },
  { pattern: '*', name: 'pages', file: 'index.html' },
] as const;

/** Headers that a policy accepts only in their own fields. */
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
 * CloudFront: a response headers policy for each behaviour, in the order of the behaviours in the
 * distribution.
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

import type { HostedSite } from '../../security/hosted-site.ts';
import { siteRedirects } from './site-redirects.ts';

/** CloudFront refuses a function of more than 10 KB. */
const ROOM_FOR_REDIRECTS = 8000;

/**
 * S3 behind CloudFront: a function for "viewer request" (JavaScript runtime 2.0). A bucket knows
 * no folders, so the page of a folder has to be named.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/functions-javascript-runtime-20.html
 */
export function toCloudfrontFunction(site: HostedSite): string {
  return `// Made by the build: a CloudFront function for "viewer request", runtime cloudfront-js-2.0.
const base = ${JSON.stringify(site.basePath)};
const moved = ${JSON.stringify(fitting(site))};

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

function fitting(site: HostedSite): Record<string, string> {
  const moved: Record<string, string> = {};
  let room = ROOM_FOR_REDIRECTS;
  for (const { from, to } of siteRedirects(site)) {
    room -= from.length + to.length + 6;
    if (room > 0) moved[from] = to;
  }
  return moved;
}

import { readFile } from 'node:fs/promises';
import { validateXML } from 'xmllint-wasm';

const folder = new URL('sitemap-schemas/', import.meta.url);

/**
 * Validates a sitemap or sitemap index against its schema. Returns the errors, or an empty
 * list.
 */
export async function checkSitemap(xml: string, schema: 'sitemap' | 'siteindex') {
  const file = async (name: string) => ({
    fileName: name,
    contents: await readFile(new URL(name, folder), 'utf8'),
  });
  const { errors } = await validateXML({
    xml: { fileName: 'it.xml', contents: xml },
    schema: await file(`${schema}.xsd`),
    preload: await Promise.all(['parts.xsd', 'image.xsd', 'news.xsd', 'link.xsd'].map(file)),
    maxMemoryPages: 4096,
  });
  return errors.map(({ message, rawMessage }) => message || rawMessage);
}

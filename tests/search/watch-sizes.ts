import type { Page } from 'playwright-core';

/** The bytes of the bodies of answers as they are sent, by URL. */
export async function watchSizes(page: Page): Promise<Map<string, number>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const urls = new Map<string, string>();
  const sizes = new Map<string, number>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) =>
    urls.set(requestId, request.url),
  );
  session.on('Network.dataReceived', ({ requestId, encodedDataLength }) => {
    const url = urls.get(requestId) ?? requestId;
    sizes.set(url, (sizes.get(url) ?? 0) + encodedDataLength);
  });
  return sizes;
}

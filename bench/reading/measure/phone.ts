/** The phone that Lighthouse imitates too: what pages fit, and which pictures they choose. */
export const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
} as const;

/** A slow mobile connection (slow 4G): 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up. */
export const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
} as const;

/** How many times slower than this machine the phone's processor is. */
export const slowdown = 4;

/**
 * The same phone as in Lighthouse. It determines the layout of pages and the sizes of pictures.
 */
export const phone = {
  viewport: { width: 412, height: 823 },
  deviceScaleFactor: 1.75,
  isMobile: true,
  hasTouch: true,
} as const;

/** A slow mobile connection (slow 4G): 150 ms round trip, 1.6 Mbit/s down, 750 kbit/s up. */
export const slowNetwork = {
  offline: false,
  latency: 150,
  downloadThroughput: (1.6 * 1024 * 1024) / 8,
  uploadThroughput: (750 * 1024) / 8,
} as const;

/** How many times slower the processor of the phone is than that of this machine. */
export const slowdown = 4;

/** Speeds that are offered: 1 is a voice's own. */
export const speeds = [0.75, 1, 1.25, 1.5, 1.75, 2] as const;

const key = 'dateline:speed';

/** The speed that this device keeps; 1 where it keeps none, forbids it, or holds another. */
export function keptSpeed(): number {
  try {
    const kept = Number(localStorage.getItem(key));
    return speeds.find((speed) => speed === kept) ?? 1;
  } catch {
    return 1;
  }
}

/** Keeps a speed on this device, where it may. */
export function keepSpeed(speed: number): void {
  try {
    localStorage.setItem(key, `${speed}`);
  } catch {
    // A device that keeps nothing: the speed lasts as long as the page.
  }
}

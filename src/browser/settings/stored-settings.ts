/** What a reader may choose; each is an attribute of the root element (`styles/settings.css`). */
const settingNames = ['theme', 'size', 'width', 'spacing', 'face'] as const;

export type SettingName = (typeof settingNames)[number];

/** Names of settings with the chosen value; a setting that is not there is as designed. */
export type ReaderSettings = Partial<Record<SettingName, string>>;

export const settingsKey = 'dateline:settings';

/**
 * A reader's settings as this device keeps them; none where it keeps none, forbids it, or holds
 * what is no setting.
 */
export function storedSettings(): ReaderSettings {
  try {
    return JSON.parse(localStorage.getItem(settingsKey) || 'null') ?? {};
  } catch {
    return {};
  }
}

/** Puts settings onto the page. */
export function applySettings(settings: ReaderSettings): void {
  const { dataset } = document.documentElement;
  for (const name of settingNames) {
    const value = settings[name];
    if (typeof value === 'string' && value) dataset[name] = value;
    else delete dataset[name];
  }
}

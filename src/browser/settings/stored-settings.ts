/** The settings of a reader; each is an attribute of the root element (`styles/settings.css`). */
const settingNames = ['theme', 'size', 'width', 'spacing', 'face'] as const;

export type SettingName = (typeof settingNames)[number];

/** The chosen values by setting; a missing setting has the site's design. */
export type ReaderSettings = Partial<Record<SettingName, string>>;

export const settingsKey = 'dateline:settings';

/** Reads the settings that this device stores; empty if it has none, or forbids storage. */
export function storedSettings(): ReaderSettings {
  try {
    return JSON.parse(localStorage.getItem(settingsKey) || 'null') ?? {};
  } catch {
    return {};
  }
}

/** Applies settings to the page. */
export function applySettings(settings: ReaderSettings): void {
  const { dataset } = document.documentElement;
  for (const name of settingNames) {
    const value = settings[name];
    if (typeof value === 'string' && value) dataset[name] = value;
    else delete dataset[name];
  }
}

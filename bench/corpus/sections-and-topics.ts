/** The sections of the corpus. Their names are their slugs. */
export const sections = [
  'world',
  'business',
  'science',
  'culture',
  'sport',
  'opinion',
] as const;

/** The topics of the corpus. The first ones are more frequent, as in a real newspaper. */
export const topics = `
elections harbour trade housing transport energy schools climate health courts
farming fishing budgets water railways museums forests tourism wages libraries
bridges research theatre football rivers ports taxes nursing storms aviation
cycling banking archives music insurance mining poetry radio recycling satellites
shipping soil steel street-food surveys swimming telescopes textiles tides timber
traffic translation vaccines vineyards volunteers weather wetlands wind-power wool zoos
`
  .trim()
  .split(/\s+/u);

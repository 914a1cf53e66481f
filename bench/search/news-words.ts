import { createRandom, type Random } from '../corpus/create-random.ts';

/** Languages of which there are words. */
export const searchLanguages = ['en', 'ko'] as const;
export type SearchLanguage = (typeof searchLanguages)[number];

/**
 * Different words of a century of news, before endings. A new word comes with every few hundred: names,
 * places, numbers. Frequencies follow Zipf's law.
 */
export const vocabulary = 200_000;

const syllables: Record<SearchLanguage, readonly string[]> = {
  en: 'ba be bi bo bu ca ce ci co da de di do fa fe fi ga go ha he hi ho la le li lo ma me mi mo na ne ni no pa pe pi po ra re ri ro sa se si so sta ste sto ta te ti to tra tre va ve vi wa we wi'.split(
    ' ',
  ),
  ko: [
    ...'가각간감강개거건검게격견경계고곡공과관광교구국군권귀규균그극근금급기김나난남내노농누다단담당대도동두등라락란량려력련령로론료류리마만말망매면명모목무문물미민박반발방배백법변별병보복본부북분불비사산상생서석선설성세소속손송수순시식신실심아안암야양어업역연열영예오온외요용우운원월위유육윤은음의이인일임입자작장재저적전정제조종주준중증지직진집차참창천철청체초총최추축출충치친침타탄태토통투특파판평포표품풍피하학한합항해행향허험현협형혜호화확환활황회효후훈휴',
  ],
};

const endings: Record<SearchLanguage, readonly string[]> = {
  en: ['', '', '', '', 's', 's', 'ed', 'ing', 'er', 'ly'],
  ko: [
    '은',
    '는',
    '이',
    '가',
    '을',
    '를',
    '의',
    '에',
    '에서',
    '으로',
    '도',
    '과',
    '와',
    '했다',
    '했다고',
  ],
};

/** A word by its rank, the most frequent first: short if it is frequent. */
export function wordOf(language: SearchLanguage, rank: number): string {
  const random = createRandom(11, rank);
  const list = syllables[language];
  const short = rank < 300 ? 1 : rank < 20_000 ? 2 : 3;
  const length =
    language === 'ko' ? (rank < 40_000 ? 2 : 3) : short + (random.chance(0.4) ? 1 : 0);
  const word = Array.from({ length }, () => list[random.whole(0, list.length - 1)] ?? '').join(
    '',
  );
  return language === 'ko'
    ? word
    : word + ['', 'n', 'r', 's', 't', 'l', 'd'][random.whole(0, 6)];
}

/** A rank by Zipf's law. */
export function anyRank(random: Random): number {
  return Math.floor(vocabulary ** random.next()) - 1;
}

/** A word as texts have it: Korean joins nouns, and particles to them. */
export function inflect(language: SearchLanguage, rank: number, random: Random): string {
  const list = endings[language];
  const ending = list[random.whole(0, list.length - 1)] ?? '';
  const second =
    language === 'ko' && random.chance(0.2) ? wordOf(language, anyRank(random)) : '';
  return wordOf(language, rank) + second + ending;
}

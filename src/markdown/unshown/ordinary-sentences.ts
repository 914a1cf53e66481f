/**
 * Ordinary copy in the languages of the interface, with the signs that news is full of. Nothing in
 * it is a construct, so nothing may be reported.
 */
export const ordinarySentences: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Tickets cost $5 and $6, children pay $2.50-$3, and a bond paid 4% on $1m.',
    'The #1 seed beat the No. 2 team 3-2 at 10:30, not at 10:45: a surprise.',
    'He wrote x^2 on the board, then 2^10 and a == b; “C++ and C#”, she said.',
    '#MeToo protests spread across the city. #MeToo/#TimesUp banners were seen.',
    'The spokesman called it “f**k-all”, then 5 * 3 * 2 = 30.',
    'A sh** and cr**; 2 ** 3 ** 4; Name: ____; C* and D*; “rock `n’ roll”.',
    'What the ***! It was a *** mess.',
    'Price** and tax**\n\n** Based on the prices of 2019.',
    '*Jane Roe, *John Doe and *Ann Poe took part; Hawai`i, snake_case and a__b__c.',
    '"It was [sic] a mistake," the report said [1][2]. See section 4 - no, (b).',
    'Items A/B, yes/no, and/or; he/she; e.g. (a) one, (b) two; 50%, 100 %% never.',
    'Write to desk@post.example or see https://post.example/a_b==c~d~e^f^g?x={y}.',
    'The score was 2:1 (1:0); the ratio 3:4:5; the time 12:30:45; a :-) and ;-).',
    'Our R&D team, AT&T and Q&A: “What’s next?” -- nobody knows... yet.',
    '* Not an official translation. ** Based on 2019 prices. † Provisional.',
    'Prices rose from US$5 to A$7, i.e. by $2; C$3, NZ$4 and HK$8 were unchanged.',
    'Mr. Smith (I-Vt.) <smith@post.example> said 3 < 4 and 5 > 4, if p < 0.05.',
    'The plan -- so-called "Plan B" -- costs 5~6 million, or ~7 in all; ~~8~~ 9.',
    'Turn left at 5 + 5; call 555-0100 + 1; pick up @post on social media, not @.',
    'Who was it???',
    'See (here) [1], [sic] (no), the file C:\\data\\list, A&B, R&D; a=b, 5 > 3, x::y and "so": no.',
    '- 5 apples\n- 6 pears',
    '• one\n\n• two; and - so - on, -5 °C, +3 %, 1.5 and a) or b).',
    'On 24. December, 1.5 % and No. 1. FC means club.',
    'Stop!!!',
    '1. First, the tide.\n2. Second, the boat.\n3. Third, the pier.',
    '1. All ones\n1. are a way\n1. of writing lists.',
    'A pipe | stands here | and there, a || b.',
  ],
  ko: [
    '오전 9~11시, 오후 2~4시에 연다. 3~4명이 5~6월에 온다.',
    '시장은 **“안 된다”**고 말했다. 10:30에 시작해 1:0으로 끝났다. ㅠㅠ ^^ ^_^ ^ㅁ^',
    '가격은 5,000원~6,000원, #1위 팀은 서울이다. 좋아요~ 반가워요~ *별표*',
    '[속보] 서울시, 요금 인상 [종합] (서울=연합) 홍길동 기자 hong@post.example',
    '파일 보고서_2024_초안과 보고서_초안_최종.hwp, #서울_여행_추천; 네~ 좋아요~~ 반가워요~~ T_T ㅠ_ㅠ',
    '▲서울 ▲부산 ※문의: 02-123-4567 → 참고; A·B·C 등급, R&D 예산 3.5%↑',
    '“C++”와 C#, Q&A, 50%p 올라… ‘그럴 리 없다’며 〈한국의 집〉에서 말했다.',
  ],
  ja: [
    '午前9時～11時、5~6月に開く。料金は5,000円～6,000円（税込み）。',
    '市長は「だめだ。」と言った。※1　注意：10:30開始、1対0。(^_^) (^^)/ m(_ _)m',
    '【速報】#1位は東京。A・B・C級、R&D費は3.5%増。“C++”とC#。',
  ],
  'zh-Hans': [
    '价格5~7元，共100~200倍；上午9:30～11:00开放。第#1名是上海。',
    '他说：“不行！”——记者[李华]（北京）报道；A/B两组，R&D支出增长3.5%。',
    '【快讯】请看第1章第2节：注意事项。^_^',
  ],
  'zh-Hant': [
    '價格5~7元，共100~200倍；上午9:30～11:00開放。第#1名是臺北。',
    '他說：「不行！」——記者（臺北）報導；A/B兩組，R&D支出增長3.5%。',
  ],
  de: [
    'Die Bürger:innen zahlen 5,50 $ bis 6 $, die Kolleg*innen 3-4 %, Schüler_innen nichts.',
    'Um 10:30 Uhr stand es 2:1; „Das war’s“, sagte er – 50 % der Plätze sind frei.',
    'Der Nr. 1 (#1) der Liste; §§ 5, 6; 27" Monitor; x^2; 3 + 4 = 7; C++ und C#.',
  ],
  fr: [
    'Il coûte 5 $ à 6 $ ; les étudiant·e·s, les lycéen(ne)s et « les autres » paient 3 %.',
    'À 10 h 30, le score : 2-1. « C’est fini ! » a dit M. Dupont (n° 1, #1).',
    'Le ministre l’a dit : rien ne change. Voir l’art. 5, § 2 : « … »',
  ],
  es: [
    'Cuesta $5 y $6, o entre $7-$8; ¡los niños entran gratis! ¿A las 10:30? Sí.',
    'El #1 ganó 2-1; «fin», dijo. Amig@s y tod@s, 50 % de C++ y C#.',
  ],
  ar: [
    'السعر ٥$ إلى ٦$، والساعة 10:30؛ النتيجة ٢:١. «انتهى» قال #1.',
    'قال الوزير: لا شيء يتغير، ٥٠٪ من C++ و C#. هل هذا صحيح؟',
  ],
};

/** Family names that most Koreans have; given names have one syllable or two. */
const koreanFamilies =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나엄원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국은편용';
const koreanFamiliesOfTwo = '남궁|황보|제갈|선우|독고|사공|서문';
const korean = new RegExp(
  `^(?:(?:${koreanFamiliesOfTwo})\\p{Script=Hangul}{1,2}|[${koreanFamilies}]\\p{Script=Hangul}{1,2})$`,
  'u',
);

/** Cities and desks that look like such names. */
const koreanOthers =
  /^(?:서울|부산|대구|인천|광주|대전|울산|세종|수원|성남|고양|용인|안양|안산|전주|여수|순천|남원|제주|강릉|원주|구미|하노이|방콕|도쿄|마닐라|나이로비|유엔|제네바|선양|우한|홍콩|정치부|경제부|사회부|문화부|국제부|전국부|조선일보|한겨레|오마이)$/u;

export function isKoreanName(text: string): boolean {
  return korean.test(text) && !koreanOthers.test(text);
}

const chineseFamilies =
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林罗羅郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫閻段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢严嚴覃武戴莫孔向汤湯温溫康施文牛樊葛邢安齐齊易乔喬伍庞龐颜顏倪庄莊聂聶章鲁魯岳翟殷詹申欧歐耿关關兰蘭焦俞左柳甘祝包宁寧尚符舒阮柯纪紀梅童凌毕畢单單季裴霍涂成苗谷曲盛冉骆駱蓝藍路游辛靳管柴蒙鲍鮑华華喻祁蒲房滕屈饶饒解牟艾尤时時穆农農司卓古吉缪簡简车車项項连連芦卜巫麦麥卞';
const chinese = new RegExp(
  `^(?:(?:欧阳|歐陽|司马|司馬|诸葛|諸葛|上官|司徒|东方|東方|皇甫|令狐|慕容)\\p{Script=Han}{1,2}|[${chineseFamilies}]\\p{Script=Han}{1,2})$`,
  'u',
);

/** Cities from which reports come, as they stand behind a name without a space. */
export const chinesePlaces =
  '北京|上海|天津|重庆|重慶|广州|廣州|深圳|香港|澳门|澳門|台北|臺北|台中|高雄|台南|新北|南京|杭州|武汉|武漢|成都|西安|沈阳|郑州|济南|长沙|合肥|福州|厦门|昆明|东京|東京|首尔|首爾|华盛顿|華盛頓|纽约|紐約|伦敦|倫敦|巴黎|柏林|莫斯科|罗马|羅馬|日内瓦|综合|綜合|外电|外電';
const places = new RegExp(`^(?:${chinesePlaces})$`, 'u');

export function isChineseName(text: string): boolean {
  return chinese.test(text) && !places.test(text);
}

/** Names that only spaces part: `王小明 李华`, `홍길동 김영희`. Undefined where they may be one. */
export function splitAtSpaces(text: string): string[] | undefined {
  const parts = text.split(/[\s\u3000]+/u);
  if (parts.length < 2) return undefined;
  const known = parts.filter((part) => isKoreanName(part) || isChineseName(part));
  return known.length === parts.length ? parts : undefined;
}

/** Words before names: `By`, `Von`, `بقلم`. */
export const leads =
  /^\s*(?:(?:words|story|text|report(?:ing|ed)?|written)\s+)?(?:by|von|par|por|propos recueillis par|de la rédaction de|بقلم|كتبت?|作者|撰文|文|取材・文|글)(?:\s*[:：/／]\s*|\s+)(?=[\p{L}\p{N}])/iu;

/** Work on the text of an article. */
export const textRoles =
  'story|author|auteure?|autora?|autorin|opinion|analysis|commentary|essay|column|words|text|texte|texto|report(?:ing|age|ed)?|reportaje|written|interview|글|취재|文|取材|撰文|采写|採訪|采访|聞き手|構成|執筆|著者|文責|作者|통신원|작성자|글쓴이|通讯员|通訊員|الكاتب|记者|記者|نص|تقرير|إعداد|حوار|تحقيق';

/** Other work, and origins: these names are not authors of the text. */
export const otherRoles =
  'photo|photos|photograph(?:s|y|ed)?|pictures?|images?|illustrations?|illustrated|graphics?|videos?|additional reporting|edit(?:ed|ing)|translat(?:ed|ion)|produced|published|foto|fotos|fotograf(?:ie|ien|ía|ías)|bild|bilder|grafik|photographies|imágenes|redaktion|edición|traducción|traduction|traduit|übersetzung|übersetzt|source|quelle|fuente|사진|그래픽|영상|편집|번역|일러스트|출처|写真|撮影|編集|翻訳|イラスト|图|圖|图片|圖片|摄影|攝影|摄|攝|责任编辑|責任編輯|责编|编辑|編輯|校对|翻译|翻譯|来源|來源|تصوير|صور|صورة|ترجمة|تحرير|المصدر';

/** Titles next to names. */
export const roles: readonly RegExp[] = [
  /^(?:special|exclusive|exclusively) (?:to|for)\s/iu,
  /^(?:[\p{L}'’&-]+\s+){0,4}(?:writers?|reporters?|correspondents?|editors?(?:-in-chief| in chief| at large)?|contributors?|columnists?|journalists?|critics?|producers?|photographers?|bureau chief|staff|analyst|fellow)(?:\s+(?:in|at|for|of)\s.+)?$/iu,
  /^(?:chef-?)?(?:redaktion|redakteur\w*|korrespondent\w*|reporter\w*|autorin|autor|volontär\w*)(?:\s.*)?$/iu,
  /^(?:rédact\p{L}+|rédaction|journaliste|correspondante?s?|envoyée?s? spéciale?s?|chef\p{L}* (?:du|de|d['’]).*|grand reporter)(?:\s.*)?$/iu,
  /^(?:redacci[oó]n|redactora?|periodista|corresponsal|enviad[oa] especial|editora?|colaboradora?)(?:\s.*)?$/iu,
  /^(?:مراسل|مراسلة|محرر|محررة|صحفي|صحفية|كاتب|كاتبة|رئيس التحرير|مدير التحرير)(?:\s.*)?$/u,
  /^(?:(?:정치|경제|사회|문화|국제|산업|금융|증권|부동산|생활|과학|의학|체육|스포츠|연예|전국|편집|디지털|탐사|기획)\p{L}{0,4}(?:부|팀|국)|논설위원|편집위원|편집국장|선임기자|전문기자|인턴기자|수습기자|특파원|기자)$/u,
  /^(?:(?:政治|経済|社会|国際|文化|外信|運動|科学|デジタル|地域|生活)\p{L}{0,3}部|編集委員|論説委員|特派員|支局長|.{1,8}支局長|記者|编辑|編輯|通讯员|评论员)$/u,
];

/** News agencies, whose names may be one word or follow a person's name. */
const agencies =
  /^(?:AFP|AP|Associated Press|The Associated Press|Reuters|dpa|DPA|EFE|ANSA|APA|SDA|KNA|epd|PA|PA Media|UPI|TASS|Xinhua|Kyodo|Jiji|Yonhap|Bloomberg|CNN|BBC|Agence France-Presse|Europa Press|연합뉴스|뉴시스|뉴스1|AP연합뉴스|로이터|共同|共同通信|共同通信社|時事|時事通信|ロイター|AFP時事|新华社|新華社|中新社|中央社|法新社|路透社|美联社|美聯社|رويترز|فرانس برس|أ ف ب|أ\.ف\.ب|د ب أ|أسوشيتد برس)$/u;

export function isAgency(text: string): boolean {
  return agencies.test(text.replace(/^l['’]/u, ''));
}

/** Generic mentions of agencies. */
export const unnamedAgencies =
  /^(?:(?:news )?agencies|wires?|wire (?:reports|services)|agences|les agences|agenturen?|agencias|las agencias|(?:ال)?وكالات)$/iu;

/** Suffixes after a name and a comma: `Jr.`, `Ph.D.`. */
export const suffix =
  '(?:[Jj][Rr]|[Ss][Rr]|II|III|IV|P[Hh]\\.? ?D|M\\.?D|D\\.?Phil|Esq|M\\.?B\\.?A|R\\.?N|D\\.?D\\.?S|J\\.?D|M\\.?Sc|B\\.?Sc|M\\.?A|B\\.?A|O\\.?B\\.?E|C\\.?B\\.?E|M\\.?B\\.?E|K\\.?C|Q\\.?C|M\\.?P|S\\.?J|LL\\.?M)(?![\\p{L}\\p{N}])\\.?';

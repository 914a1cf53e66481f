/** Names that pages give to what is around an article: to share it, to read another, to pay. */
export const residueNames =
  /(?:^|[\s_-])(?:shar(?:e|es|ing)|social|follow|related|recirc\w*|recommend\w*|more-?(?:on|from|stories)|read-?more|read-?next|most-?(?:read|popular)|trending|popular|newsletter|subscri\w*|sign-?up|promo\w*|advert\w*|ads?|ad-slot|sponsor\w*|outbrain|taboola|comments?|disqus|breadcrumbs?|toolbar|pagination|pager|cookie\w*|consent|paywall|tags?|tag-list|topics|categories|print|skip|jump|meta|utility|footer|sidebar|widget|teasers?|bio)(?:$|[\s_-])/iu;

/** Lines of a page that say nothing of an article, in the languages of the interface. */
export const residuePhrases: readonly RegExp[] = [
  /^(?:advertisement|advertising|sponsored|promoted|ad|share|share (?:this|on|via)\b.*|tweet|save|print|e-?mail|copy link|link copied!?|listen|follow us\b.*|sign up\b.{0,60}|subscribe\b.{0,60}|log in|sign in|register|comments?(?: \(\d+\))?|\d+ comments?|leave a comment|read more|continue reading|see more|show more|load more|related|related (?:articles|stories|topics|content)|more (?:on|from|stories)\b.{0,40}|recommended|most read|most popular|trending|skip to .{0,30}|jump to .{0,30}|back to top|story continues below.{0,30}|\d+[- ]min(?:ute)?s?(?: read)?)[.:]?$/iu,
  /^(?:광고|공유|공유하기|인쇄|스크랩|댓글(?: \d+)?|좋아요|구독|구독하기|로그인|회원가입|더보기|관련 ?기사|추천 ?기사|많이 본 ?뉴스|목록|글자 ?크기)$/u,
  /^(?:広告|シェア|シェアする|共有|印刷|保存|コメント(?:\d+件)?|ログイン|会員登録|続きを読む|もっと見る|関連記事|おすすめ記事|あわせて読みたい|ランキング)$/u,
  /^(?:广告|廣告|分享|打印|列印|收藏|评论|評論|登录|登入|注册|註冊|阅读更多|閱讀更多|更多|相关新闻|相关阅读|相關新聞|相關閱讀|推荐阅读|推薦閱讀|热门|熱門)$/u,
  /^(?:anzeige|werbung|teilen|drucken|merken|kommentare?(?: \(\d+\))?|anmelden|abonnieren|mehr lesen|weiterlesen|mehr zum thema|lesen sie auch|zum thema|publicité|partager|imprimer|commentaires?|se connecter|s’abonner|s'abonner|lire la suite|lire aussi|à lire aussi|articles liés|publicidad|compartir|imprimir|comentarios?|iniciar sesión|suscríbete|leer más|seguir leyendo|noticias relacionadas|lea también|إعلان|شارك|مشاركة|طباعة|تعليقات|تسجيل الدخول|اشترك|اقرأ المزيد|اقرأ أيضا|اقرأ أيضًا|مواضيع ذات صلة)[.:]?$/iu,
];

export function isResiduePhrase(text: string): boolean {
  return residuePhrases.some((phrase) => phrase.test(text.trim()));
}

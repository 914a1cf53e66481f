import type { Prose } from './prose.ts';
import { toWords } from './prose.ts';

/** Korean that resembles news, for the translations. */
export const koreanProse: Prose = {
  words: {
    who: toWords(`
      시의회/교육청/항만공사/지방법원/연구진/박물관/대학교/철도공사/농민회/중앙은행
      기상청/노동조합/선거관리위원회/수도사업소/교향악단/출판협회
    `),
    did: toWords(
      '승인했다/연기했다/검토했다/발표했다/환영했다/철회했다/수정했다/공개했다/연장했다',
    ),
    what: toWords(`
      예산안을/시간표를/조사 결과를/합의문을/연안 계획을/수도 요금을/교량 보수를/연금 개편을
      어획 할당량을/야간 열차를/토지 대장을/안전 보고서를/연구 지원금을/공연 일정을
    `),
    how: toWords('새로운/수정된/오래 기다린/공동/두 번째/논란이 된/임시/예비/상세한/최종'),
    when: toWords(
      '월요일에/화요일에/수요일 저녁에/이틀간의 회의 끝에/공청회가 끝난 뒤/예상보다 일찍',
    ),
    why: toWords(`
      비용이 계획보다 빠르게 늘었기 때문에/겨울이 오기 전에 공사를 시작하기 위해
      주민들이 답을 기다리는 가운데/기존 규정이 더는 맞지 않아
    `),
    said: toWords('관계자는 전했다/대변인은 설명했다/회의록은 밝히고 있다/위원장은 말했다'),
  },
  patterns: [
    '{who}은(는) {when} {how} {what} {did}.',
    '{why} {who}이(가) {how} {what} {did}고 {said}.',
    '{when} {who}와(과) {who}은(는) 모두 {what} {did}.',
    '주민 약 1,200명이 영향을 받는다고 {said}.',
  ],
  titles: ['{who}, {how} {what} {did}', '{when} {who}이(가) {what} {did}'],
  headings: ['{how} 계획', '{who}의 입장', '남은 질문'],
};

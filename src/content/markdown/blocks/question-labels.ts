/** What marks questions and answers, by language. A text uses one row. */
export const questionLabels: readonly {
  readonly question: readonly string[];
  readonly answer: readonly string[];
}[] = [
  { question: ['Q', 'Question'], answer: ['A', 'Answer'] },
  { question: ['F', 'Frage'], answer: ['A', 'Antwort'] },
  { question: ['P', 'Pregunta'], answer: ['R', 'Respuesta'] },
  { question: ['Q', 'Question'], answer: ['R', 'Réponse'] },
  { question: ['문', '질문'], answer: ['답', '답변'] },
  { question: ['問', '問い', '質問', '问', '问题', '問題'], answer: ['答', '答え', '回答'] },
  { question: ['س', 'سؤال', 'السؤال'], answer: ['ج', 'جواب', 'الجواب'] },
];

import type { Prose } from './prose.ts';
import { toWords } from './prose.ts';

/** English that resembles news: patterns filled from word tables. */
export const englishProse: Prose = {
  words: {
    who: toWords(`
      council/ministry/committee/harbour authority/regional court/union/museum/university
      hospital trust/transport board/research group/chamber of commerce/farmers' league
      port operator/housing agency/central bank/water company/election office/rail operator
      weather service/city orchestra/football club/publishers' guild/energy regulator
    `),
    did: toWords(`
      approved/rejected/postponed/reviewed/published/defended/questioned/welcomed/extended
      announced/withdrew/amended/financed/examined/presented/suspended/restored/measured
    `),
    what: toWords(`
      budget/timetable/survey/agreement/proposal/coastal plan/ferry service/water tariff
      school programme/flood barrier/pension reform/tram line/reading scheme/wage offer
      building permit/harvest forecast/bridge repair/research grant/concert season
      fishing quota/heating network/night train/land register/safety report
    `),
    how: toWords(`
      new/revised/long-awaited/modest/ambitious/joint/second/disputed/careful/regional
      temporary/unusual/broad/costly/popular/preliminary/detailed/final
    `),
    when: toWords(`
      on Monday/on Tuesday/on Wednesday/on Thursday/on Friday/after two days of talks
      before the summer recess/for the third time this year/late in the evening
      in a short statement/at the end of a public hearing/earlier than expected
    `),
    why: toWords(`
      because costs had risen faster than planned/so that work can begin before the winter
      although several members had asked for more time/while residents waited for an answer
      since the old rules no longer fitted the season/as neighbouring towns followed its lead
      after engineers had found cracks in the foundations/without raising fees for families
      and promised a first account of the results next spring
    `),
    said: toWords(`
      a spokeswoman said/officials said/according to the minutes/the chair told reporters
      two members confirmed/a summary of the meeting shows/observers noted
    `),
  },
  patterns: [
    'The {who} {did} the {how} {what} {when}, {said}.',
    'The {how} {what}, which the {who} {did} {when}, is to take effect in 40 days.',
    'The {who} {did} its {what} {when} {why}.',
    'A {how} {what} would help, {said}, but the {who} never {did} one.',
    'Neither the {who} nor the {who} commented on the {what} {when}.',
    'About 1,200 people are affected by the {how} {what}, {said}, {why}.',
    'Critics of the {who} called the {what} too {how}.',
    'In the meantime the {who} {did} a {how} {what} {why}.',
    'What the {who} {did} {when} was only the {how} part of the {what}.',
    'It’s the {how} {what} that counts, {said} -- not the date on which the {who} {did} it.',
  ],
  titles: [
    '{who} {did} {how} {what} {when}',
    'Why the {who} {did} its {what}',
    '{how} {what}: what the {who} {did}',
    'What a {how} {what} means for the {who}',
  ],
  headings: [
    'The {how} {what}',
    'What the {who} wants',
    'A {how} season',
    'Questions about the {what}',
  ],
};

import type { ProjectFacts } from './publication-text.ts';

/** The first article: what Markdown can do, in brief, and how to write the next one. */
export function formatFirstArticle({ day }: ProjectFacts): string {
  return `---
title: The first article
date: ${day}
summary: What an article can contain, and how to write the next one.
topics: [Writing]
---

This is an article. It is the file \`first-article.md\`. Change it while \`npm run dev\` runs, and the page in your browser follows.
When you have an article of your own, delete it.

## Text

Write **strong words**, *stressed words* and [links](https://www.example.org/). Link to another file by its name, as in
[about this site](pages/about.md); a link to nothing is reported. Straight quotation marks become "typographic ones".[^1]

> A quotation begins with a greater-than sign.

1. A list with numbers
2. A second item

- A list with hyphens

| A table | has columns |
| --- | --- |
| and | rows |

:::factbox[A box]
- A line \`:::factbox\` and a line \`:::\` make a box of what is between them.
- There are timelines, interviews, galleries and charts as well.
:::

[^1]: A footnote.

## Pictures

Put a picture beside the article, and name it in the text. The words in quotation marks are its caption and its credit:

\`\`\`md
![The bridge in the morning](bridge.jpg "The new bridge. Credit: Jane Roe")
\`\`\`

## The next article

\`\`\`sh
npm run new -- "A bridge for the harbour"
\`\`\`

This makes a file with a headline and today's date. It is a draft, which only \`npm run dev\` shows. Remove the line \`draft: true\`
to publish it with the next build. \`npm run check\` lists what is wrong in any article, with its line and what to write instead.
`;
}

/** The page about the publication. */
export function formatAboutPage(): string {
  return `---
title: About
---

Write here who publishes this site, what it is about, and how readers can reach you.
`;
}

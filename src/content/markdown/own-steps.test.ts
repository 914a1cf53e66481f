// biome-ignore-all lint/suspicious/noExplicitAny: plugins of others change trees in any way
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PluggableList } from 'unified';
import { testOptions } from '../../../tests/support/markdown-options.ts';
import { formatProblem } from '../../system/problems/format-problem.ts';
import type { MarkdownSteps } from './markdown-steps.ts';
import { renderMarkdown } from './render-markdown.ts';

const file = 'theme/markdown.ts';

function render(body: string, steps: MarkdownSteps) {
  const { rendered, problems } = renderMarkdown(body, {
    ...testOptions,
    steps: { file, ...steps },
  });
  return { html: rendered.html.join(''), problems: problems.map(formatProblem) };
}

/** A step that changes the children of the root. */
const changing = (change: (children: any[], tree: any) => unknown) =>
  function changed() {
    return (tree: any) => {
      change(tree.children, tree);
    };
  };

const text = (value: string) => ({ type: 'text', value });
const element = (tagName: string, properties = {}, children: object[] = [text('x')]) => ({
  ...{ type: 'element', tagName, properties, children },
});

test('remark steps get the tree of the text, in their order, with their options', () => {
  const seen: string[] = [];
  const note = (name: string) =>
    function noteName(options?: { upper: boolean }) {
      return (tree: any) => {
        seen.push(`${name} ${options?.upper} ${tree.children[0].type}`);
        tree.children[0].children.push(text(` ${name}`));
      };
    };
  const { html, problems } = render('Ferry', {
    remark: [note('a'), [note('b'), { upper: true }]],
  });
  assert.deepEqual(seen, ['a undefined paragraph', 'b true paragraph']);
  assert.match(html, /<p id="p-\w+">Ferry a b<\/p>/u);
  assert.deepEqual(problems, []);
});

test('both parsers give steps the same tree', () => {
  const trees = (['fast', 'reference'] as const).map((parser) => {
    let tree = '';
    const keep = changing((_, root) => {
      tree = JSON.stringify(root, (key, value) => (key === 'data' ? undefined : value));
    });
    const steps = { file, remark: [keep] };
    renderMarkdown('# A\n\nb *c* [d](/e)[^1]\n\n[^1]: f\n', { ...testOptions, parser, steps });
    return JSON.parse(tree);
  });
  assert.deepEqual(trees[0], trees[1]);
});

const hostile: readonly [name: string, node: object, warned: RegExp][] = [
  ['a script', element('script', {}, [text('alert(1)')]), /<script>/u],
  [
    'an event handler',
    element('p', { onclick: 'alert(1)', onMouseOver: 'x' }),
    /onclick, onmouseover/u,
  ],
  ['a script address', element('a', { href: 'javascript:alert(1)' }), /href, javascript:/u],
  ['a style', element('p', { style: 'color: red' }), /style/u],
  ['a frame', element('iframe', { src: 'https://a.example', srcDoc: '<script>' }), /<iframe>/u],
  ['raw HTML', { type: 'raw', value: '<script>alert(1)</script>' }, /^$/u],
  ['an unknown node', { type: 'widget', children: [] }, /^$/u],
  ['a node without anything', { type: 'element', tagName: 'p' }, /^$/u],
  ['a forged id', element('p', { id: 'ui-search' }), /^$/u],
];

for (const [name, node, warned] of hostile)
  test(`${name} of a rehype step does not reach a page`, () => {
    const { html, problems } = render('Ferry\n\nBridge', {
      rehype: [changing((children) => children.push(structuredClone(node)))],
    });
    assert.doesNotMatch(html, /script|onclick|onmouseover|style|iframe|id="ui-search"/iu);
    assert.match(html, /Ferry/u);
    const [problem = ''] = problems;
    if (warned.source === '^$') assert.equal(problem, '');
    else {
      assert.match(problem, warned);
      assert.match(problem, /^a\.md:1:1 {2}warning: theme\/markdown\.ts: the steps made /u);
    }
  });

test('raw HTML and data of a remark step are sanitised', () => {
  const { html, problems } = render('Ferry', {
    remark: [
      changing((children) => {
        children.push({ type: 'html', value: '<img src=x onerror=alert(1)><mark>y</mark>' });
        children.push({
          ...{ type: 'paragraph', children: [text('z')] },
          data: { hName: 'object', hProperties: { onLoad: 'x' } },
        });
        children.push({ type: 'link', url: 'javascript:x', children: [text('l')] });
      }),
    ],
  });
  assert.doesNotMatch(html, /onerror|object|onload|javascript/iu);
  assert.match(html, /<mark>y<\/mark>/u);
  assert.match(problems.join(), /onerror/u);
});

test('warns only about markup that steps have made', () => {
  const { problems } = render('<p style="color: red">Ferry</p>', {
    rehype: [changing((children) => children.push(element('p', { style: 'x' })))],
  });
  assert.doesNotMatch(problems.join(), /theme/u);
});

const later = () => async () => {};
const faulty: readonly [name: string, steps: MarkdownSteps, problem: RegExp][] = [
  [
    'throws',
    { remark: [changing(() => assert.fail('boom'))] },
    /^a\.md:1:1 {2}theme\/markdown\.ts: remark step 1 \(changed\) failed: "boom"; correct the step$/u,
  ],
  [
    'fails at a line',
    {
      rehype: [
        () => undefined,
        () => (tree: any, vfile: any) => vfile.fail('no bridges', tree.children[2]),
      ],
    },
    /^a\.md:3:1 {2}theme\/markdown\.ts: rehype step 2 failed: "no bridges"/u,
  ],
  ['is asynchronous', { remark: [later] }, /remark step 1 \(later\) is asynchronous/u],
  [
    'returns something else',
    { remark: [() => () => [] as any] },
    /something that is not a tree/u,
  ],
  ['is not a plugin', { remark: ['x'] as unknown as PluggableList }, /remark step 1 failed/u],
  [
    'extends the parser',
    {
      remark: [
        function remarkMath(this: any) {
          this.data().micromarkExtensions = [{}];
        },
      ],
    },
    /remark step 1 \(remarkMath\) extends the parser/u,
  ],
  [
    'puts a node into itself',
    { rehype: [changing((children, tree) => children.push(tree))] },
    /nesting no deeper than 100/u,
  ],
  [
    'nests without end',
    {
      remark: [
        changing((children, root) => {
          for (let depth = 0; depth < 500; depth++)
            root.children = [{ type: 'blockquote', children: root.children }];
          assert.ok(children);
        }),
      ],
    },
    /the remark steps made a nesting of 50\d/u,
  ],
];

for (const [name, steps, problem] of faulty)
  test(`a step that ${name} is an error of the text`, () => {
    const { html, problems } = render('Ferry\n\nBridge', steps);
    assert.equal(html, '');
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', problem);
  });

test('messages of a step are warnings with their line', () => {
  const { problems } = render('Ferry\n\nBridge', {
    remark: [
      () => (tree: any, vfile: any) => {
        vfile.message('no bridges', tree.children[1]);
      },
    ],
  });
  assert.deepEqual(problems, [
    'a.md:3:1  warning: theme/markdown.ts: remark step 1: "no bridges"',
  ]);
});

const damage: readonly [name: string, change: (children: any[], tree: any) => unknown][] = [
  ['removes positions', (_, tree) => removePositions(tree)],
  ['takes children away', ([paragraph]) => Reflect.deleteProperty(paragraph, 'children')],
  ['leaves holes', (children) => children.push(undefined, null, 'x', {})],
  ['removes notes', (children) => children.splice(1)],
  ['removes everything', (children) => children.splice(0)],
  ['adds a note', (children) => children.push({ type: 'footnoteReference', identifier: 'q' })],
  [
    'adds unknown nodes',
    (children) => children.push({ type: 'weather', children: [text('x')] }, { type: 'y' }),
  ],
  ['adds the same node twice', (children) => children.push(children[0], children[0])],
];

function removePositions(node: any): void {
  node.position = undefined;
  for (const child of node.children ?? []) removePositions(child);
}

for (const [name, change] of damage)
  test(`a remark step that ${name} breaks nothing`, () => {
    const body = 'Ferry[^a] “x” *y*\n\n[^a]: Note\n\n:::note\nBox\n:::\n';
    const { problems } = render(body, { remark: [changing(change)] });
    assert.doesNotMatch(problems.join(), /theme\/markdown\.ts/u);
  });

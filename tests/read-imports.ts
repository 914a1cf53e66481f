import ts from 'typescript';

/** One import of a module, as written: `../view/shell.ts`, `node:fs`. */
export interface Import {
  readonly from: string;
  /** Whether only types are imported, so that nothing remains when the code runs. */
  readonly typesOnly: boolean;
}

/** What a module uses from outside. */
export interface ModuleFacts {
  readonly imports: readonly Import[];
  /** Uses of the clock or the process, as written: `Date.now`, `new Date()`. */
  readonly worldly: readonly string[];
}

/**
 * Reads the imports of a TypeScript or JavaScript module, or of the front matter and scripts of
 * an `.astro` file: static ones, `export … from`, and `import('…')` of code or types.
 */
export function readImports(file: string, text: string): ModuleFacts {
  const code = file.endsWith('.astro') ? scriptOf(text) : text;
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const worldly: string[] = [];
  const add = (from: ts.Node, typesOnly: boolean) => {
    if (ts.isStringLiteralLike(from)) imports.push({ from: from.text, typesOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) add(node.moduleSpecifier, takesTypes(node.importClause));
    else if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      add(node.moduleSpecifier, node.isTypeOnly);
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
      add(node.argument.literal, true);
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0] ?? node, false);
    else if (isWorldly(node)) worldly.push(node.getText(source));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return { imports, worldly };
}

function takesTypes(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { name, namedBindings } = clause;
  return (
    name === undefined &&
    namedBindings !== undefined &&
    ts.isNamedImports(namedBindings) &&
    namedBindings.elements.every((element) => element.isTypeOnly)
  );
}

/**
 * `Date.now`, `new Date()` without arguments, and any property of `process` or `performance`.
 */
function isWorldly(node: ts.Node): boolean {
  if (ts.isNewExpression(node))
    return /Date$/u.test(node.expression.getText()) && !node.arguments?.length;
  if (!ts.isPropertyAccessExpression(node) && !ts.isElementAccessExpression(node)) return false;
  const object = node.expression.getText();
  if (object === 'Date') return ts.isPropertyAccessExpression(node) && node.name.text === 'now';
  return /^(?:globalThis\.)?(?:process|performance)$/u.test(object);
}

function scriptOf(astro: string): string {
  const front = /^\s*---\n([\s\S]*?)\n---/u.exec(astro)?.[1] ?? '';
  const scripts = [...astro.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/giu)];
  return [front, ...scripts.map((match) => match[1] ?? '')].join('\n');
}

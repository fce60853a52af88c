// Which texts the window asks for, read from its source with the types of TypeScript: a key may be put
// together of parts, and a part of a union type stands for each of its members.
import { join, resolve } from 'node:path';
import ts from 'typescript';

const ROOT = resolve(import.meta.dirname, '..', '..');

/** A key as `area:path`; `*` stands for a part that only the running window knows. */
export interface AskedKey {
  readonly key: string;
  readonly place: string;
}

const KEY = /^[a-zA-Z]+:[\w.-]+$/;

export function readAskedKeys(): readonly AskedKey[] {
  const program = createProgram();
  const checker = program.getTypeChecker();
  return program
    .getSourceFiles()
    .filter(({ fileName }) => isOfWindow(fileName))
    .flatMap((file) => keysOfFile(file, checker));
}

function createProgram(): ts.Program {
  const path = join(ROOT, 'tsconfig.renderer.json');
  const config = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, (name) => ts.sys.readFile(name)).config,
    ts.sys,
    ROOT,
  );
  return ts.createProgram(config.fileNames, config.options);
}

function isOfWindow(path: string): boolean {
  return path.startsWith(join(ROOT, 'renderer')) && !/\.test\.tsx?$/.test(path);
}

function keysOfFile(file: ts.SourceFile, checker: ts.TypeChecker): AskedKey[] {
  const found: AskedKey[] = [];
  const area = areaOf(file);
  const visit = (node: ts.Node): void => {
    const asked = keysOfCall(node, area, checker) ?? keyOfText(node);
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    const place = `${file.fileName.slice(ROOT.length + 1)}:${line + 1}`;
    for (const key of asked) found.push({ key, place });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The area that `t` of this file speaks of; a file speaks of one. */
function areaOf(file: ts.SourceFile): string | null {
  return /useTranslation\('(\w+)'\)/.exec(file.text)?.[1] ?? null;
}

function keysOfCall(
  node: ts.Node,
  area: string | null,
  checker: ts.TypeChecker,
): readonly string[] | null {
  if (!ts.isCallExpression(node) || node.arguments.length === 0) return null;
  const called = node.expression.getText();
  if (called !== 'i18n.t' && (called !== 't' || area === null)) return null;
  // A whole key that is handed on stands as a text elsewhere.
  if (called === 'i18n.t' && !ts.isStringLiteralLike(node.arguments[0])) {
    const known = textsOf(node.arguments[0], checker);
    return known.filter((text) => text !== '*');
  }
  return textsOf(node.arguments[0], checker).map((text) =>
    text.includes(':') ? text : `${area ?? '*'}:${text}`,
  );
}

/** A key that is handed on before it is asked for. */
function keyOfText(node: ts.Node): readonly string[] {
  if (!ts.isStringLiteral(node) || !KEY.test(node.text)) return [];
  return ts.isCallExpression(node.parent) && node.parent.arguments[0] === node ? [] : [node.text];
}

/** All texts that an expression can be. */
function textsOf(node: ts.Expression, checker: ts.TypeChecker): readonly string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node))
    return [...textsOf(node.whenTrue, checker), ...textsOf(node.whenFalse, checker)];
  if (!ts.isTemplateExpression(node)) return membersOf(checker.getTypeAtLocation(node));
  return node.templateSpans.reduce<readonly string[]>(
    (heads, { expression, literal }) =>
      heads.flatMap((head) =>
        textsOf(expression, checker).map((part) => `${head}${part}${literal.text}`),
      ),
    [node.head.text],
  );
}

function membersOf(type: ts.Type): readonly string[] {
  if (type.isStringLiteral()) return [type.value];
  return type.isUnion() ? [...new Set(type.types.flatMap(membersOf))] : ['*'];
}

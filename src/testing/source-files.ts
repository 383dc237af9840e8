import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

export interface Import {
  /** path of one of our files from the root, without extension; or the name of a package */
  readonly from: string;
  readonly isPackage: boolean;
  /** gone when compiled */
  readonly isType: boolean;
  /** `*`: all of them */
  readonly names: readonly string[];
}

export interface SourceFile {
  /** from the root, without extension: `src/kernel/clock` */
  readonly name: string;
  readonly isTest: boolean;
  readonly imports: readonly Import[];
  readonly exports: readonly Export[];
}

export interface Export {
  readonly name: string;
  /** an interface, a type or a class */
  readonly isType: boolean;
  /** how often its own file mentions it beside the declaration */
  readonly usesHere: number;
}

const ROOT = path.resolve(__dirname, '../..');

/** Our TypeScript, as far as imports and exports go. */
export function sourceFiles(...folders: string[]): SourceFile[] {
  return folders
    .flatMap((folder) =>
      readdirSync(path.join(ROOT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
        .map((file) => path.posix.join(folder, ...file.split(path.sep))),
    )
    .map(read);
}

function read(file: string): SourceFile {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const mentions = new Map<string, number>();
  const name = file.replace(/\.ts$/, '');
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier) imports.push(importOf(name, node));
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteral(specifier)) {
        imports.push({ ...target(name, specifier.text), isType: false, names: ['*'] });
      }
    }
    if (ts.isIdentifier(node)) mentions.set(node.text, (mentions.get(node.text) ?? 0) + 1);
    ts.forEachChild(node, visit);
  };
  visit(source);
  const exports = source.statements.flatMap((statement) =>
    exportsOf(statement).map((exported) => ({
      name: exported,
      isType:
        ts.isInterfaceDeclaration(statement) ||
        ts.isTypeAliasDeclaration(statement) ||
        ts.isClassDeclaration(statement),
      usesHere: (mentions.get(exported) ?? 0) - 1,
    })),
  );
  return { name, isTest: /\.test$|\/testing\//.test(name), imports, exports };
}

function importOf(name: string, node: ts.ImportDeclaration | ts.ExportDeclaration): Import {
  const from = target(name, (node.moduleSpecifier as ts.StringLiteral).text);
  if (ts.isExportDeclaration(node)) {
    const names = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
    return { ...from, isType: node.isTypeOnly, names: names.length > 0 ? names.map(original) : ['*'] };
  }
  const clause = node.importClause;
  const bindings = clause?.namedBindings;
  const names = clause?.name ? ['default'] : [];
  if (bindings && ts.isNamespaceImport(bindings)) return { ...from, isType: false, names: [...names, '*'] };
  const elements = bindings ? [...bindings.elements] : [];
  const isType =
    clause !== undefined &&
    (clause.phaseModifier === ts.SyntaxKind.TypeKeyword ||
      (elements.length > 0 && !clause.name && elements.every((each) => each.isTypeOnly)));
  return { ...from, isType, names: [...names, ...elements.map(original)] };
}

function original(element: ts.ImportSpecifier | ts.ExportSpecifier): string {
  return (element.propertyName ?? element.name).text;
}

function target(name: string, specifier: string): { from: string; isPackage: boolean } {
  if (!specifier.startsWith('.')) return { from: specifier, isPackage: true };
  const file = path.posix.join(path.posix.dirname(name), specifier).replace(/\.js$/, '');
  if (!existsSync(path.join(ROOT, `${file}.ts`)) && !existsSync(path.join(ROOT, `${file}.d.ts`))) {
    throw new Error(`${name} imports ${specifier}, which is not there`);
  }
  return { from: file, isPackage: false };
}

function exportsOf(statement: ts.Statement): string[] {
  if (ts.isExportDeclaration(statement)) {
    const clause = statement.exportClause;
    return clause && ts.isNamedExports(clause) ? clause.elements.map((element) => element.name.text) : [];
  }
  if (ts.isExportAssignment(statement)) return ['default'];
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  const kinds = modifiers?.map(({ kind }) => kind) ?? [];
  if (!kinds.includes(ts.SyntaxKind.ExportKeyword)) return [];
  if (kinds.includes(ts.SyntaxKind.DefaultKeyword)) return ['default'];
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const { name } = statement as ts.DeclarationStatement;
  return name ? [name.getText()] : [];
}

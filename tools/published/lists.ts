import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Export, Sources } from './sources.ts';

/**
 * The lists that follow from what stands beside them, by the path of their file: the handlers of each app, and what each lib gives the
 * others. They are committed, so that a reader and a compiler see plain lists; nobody keeps them by hand.
 */
export function lists(root: string): Map<string, string> {
  const source = new Sources(root);
  const apps = new Set(source.paths('apps/*/src/**/*.handler.ts').map((path) => path.split('/')[1]!));
  const libs = new Set(source.paths('libs/{*,{backends,contracts}/*}/src/*.ts').map((path) => dirname(path)));
  return new Map([
    ...[...apps].map((app) => [`apps/${app}/src/${app}.handlers.ts`, handlersOf(app, source)] as const),
    ...[...libs].map((folder) => [`${folder}/index.ts`, indexOf(folder, source)] as const),
  ]);
}

/** Writes them where they belong. */
export function writeLists(root: string): void {
  for (const [path, content] of lists(root)) writeFileSync(join(root, path), content);
}

const head = '// Written by `npm run published`, from ';

function handlersOf(app: string, source: Sources): string {
  const folder = `apps/${app}/src`;
  const handlers = source.paths(`${folder}/**/*.handler.ts`).map((path) => {
    const [name] = source.exportsOf(path).filter(({ name }) => name.endsWith('Handler'));
    if (!name) throw new Error(`${path} exports no handler`);
    return { name: name.name, from: modulePath(folder, path) };
  });
  const imports = handlers.map(({ name, from }) => `import { ${name} } from '${from}';\n`);
  const names = handlers.map(({ name }) => name);
  return `${head}the handlers of this app.
${imports.join('')}
${listed('export const handlers = [', names, '];')}`;
}

function indexOf(folder: string, source: Sources): string {
  const paths = source.paths(`${folder}/**/*.ts`).filter((path) => !/(\.spec|\/index)\.ts$/.test(path));
  const all = paths.flatMap((path) => source.exportsOf(path).map((each) => ({ ...each, path })));
  const wanted = source.importsOf(folder.replace(/^libs(.*)\/src$/, '@trunkline$1'));
  for (const name of wanted) {
    const count = all.filter((each) => each.name === name).length;
    if (count !== 1)
      throw new Error(`${name}, which others import of ${folder}, is exported there ${count} times`);
  }
  const files = Map.groupBy(
    all.filter(({ name }) => wanted.has(name)),
    ({ path }) => path,
  );
  const lines = [...files].map(([path, given]) => {
    const names = given.sort(byName).map(({ name, type }) => (type ? `type ${name}` : name));
    return listed('export {', names, `} from '${modulePath(folder, path)}';`, ' ');
  });
  return `${head}what the others import of this lib.\n${lines.join('')}`;
}

function modulePath(folder: string, path: string): string {
  return `.${path.slice(folder.length, -'.ts'.length)}`;
}

/** As prettier has it: on one line where that is short enough, or where there is but one name. */
function listed(open: string, names: readonly string[], close: string, pad = ''): string {
  const line = `${open}${pad}${names.join(', ')}${pad}${close}`;
  if (names.length === 1 || line.length <= 110) return `${line}\n`;
  return `${open}\n${names.map((name) => `  ${name},\n`).join('')}${close}\n`;
}

function byName(one: Export, other: Export): number {
  return one.name < other.name ? -1 : 1;
}

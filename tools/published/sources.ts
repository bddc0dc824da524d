import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a file exports under its own name. */
export interface Export {
  readonly name: string;
  /** It is a type, and no value. */
  readonly type: boolean;
}

/** The TypeScript of the workspace, read once. */
export class Sources {
  readonly #texts = new Map<string, string>();
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  paths(pattern: string): string[] {
    return globSync(pattern, { cwd: this.#root }).sort();
  }

  exportsOf(path: string): Export[] {
    const found = this.#text(path).matchAll(
      /^export (?:abstract |async )?(class|const|function\*?|interface|type) (\w+)/gm,
    );
    return [...found].map(([, kind, name]) => ({
      name: name!,
      type: kind === 'interface' || kind === 'type',
    }));
  }

  /** The names that anybody imports of a module. */
  importsOf(module: string): Set<string> {
    const line = new RegExp(`^import (?:type )?\\{([^}]*)\\} from '${module}';`, 'gm');
    const importing = this.paths('{apps,libs,tools}/**/*.ts{,.txt}');
    const lists = importing.flatMap((path) =>
      [...this.#text(path).matchAll(line)].map(([, names]) => names!),
    );
    return new Set(
      lists.flatMap((names) => [...names.matchAll(/(?:type )?(\w+)(?: as \w+)?/g)].map(([, name]) => name!)),
    );
  }

  #text(path: string): string {
    const text = this.#texts.get(path) ?? readFileSync(join(this.#root, path), 'utf8');
    this.#texts.set(path, text);
    return text;
  }
}

/** A step of a Dockerfile: `RUN npm ci`. */
export interface Instruction {
  readonly keyword: string;
  readonly text: string;
}

/** One `FROM` with what follows it. */
export interface Stage {
  readonly from: string;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile, without comments, each step on one line. */
export function stagesOf(dockerfile: string): Stage[] {
  const lines = dockerfile
    .replaceAll(/^#.*\n/gm, '')
    .replaceAll(/\\\n\s*/g, '')
    .split('\n');
  const steps = lines.filter((line) => line.trim() !== '').map(instructionOf);
  const stages: { from: string; instructions: Instruction[] }[] = [];
  for (const step of steps) {
    if (step.keyword === 'FROM') stages.push({ from: step.text, instructions: [] });
    else stages.at(-1)!.instructions.push(step);
  }
  return stages;
}

function instructionOf(line: string): Instruction {
  const [, keyword = '', text = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
  return { keyword, text };
}

/** The texts of the steps of a kind. */
export function textsOf({ instructions }: Stage, keyword: string): string[] {
  return instructions.filter((step) => step.keyword === keyword).map(({ text }) => text);
}

/** What runs as it stands, no shell between: `["node", "main.js"]`. */
export function commandOf(text: string): string[] {
  return JSON.parse(text.slice(text.indexOf('['))) as string[];
}

/** The variables of `ENV` steps. */
export function variablesOf(stage: Stage): Record<string, string> {
  const pairs = textsOf(stage, 'ENV').flatMap((text) => text.split(' '));
  return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}

/** How far the fuzzing of a run goes: `npm run fuzz` sets both. */
class FuzzConfig {
  /** Requests a service. */
  readonly runs: number;
  /** The same seed makes the same requests. */
  readonly seed: number;

  constructor(env: NodeJS.ProcessEnv) {
    this.runs = Number(env['FUZZ_RUNS'] ?? 100_000);
    this.seed = Number(env['FUZZ_SEED'] ?? 20_260_131);
  }
}

export const fuzz = new FuzzConfig(process.env);

/** How long a test of so many may take, in milliseconds, on a machine that does other things besides. */
export const patience = 60_000 + 10 * fuzz.runs;

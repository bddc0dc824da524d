/** How far the proofs of a run go; nothing else in `testing` that proves contracts reads the environment. */
class ProofsConfig {
  /** Documents, or values, that each property is tried on. */
  readonly runs: number;
  /** The same seed makes the same documents. */
  readonly seed: number;

  constructor(env: NodeJS.ProcessEnv) {
    this.runs = Number(env['PROOF_RUNS'] ?? 3000);
    this.seed = Number(env['PROOF_SEED'] ?? 20_260_131);
  }
}

export const proofs = new ProofsConfig(process.env);

/** How long a test of so many may take, in milliseconds, on a machine that does other things besides. */
export const patience = 30_000 + 20 * proofs.runs;

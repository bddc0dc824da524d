/** A sample as a service gives it out. */
export interface Sample {
  readonly operation: string;
  /** The sentence that it shows, with dashes. */
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: string;
  };
  readonly response: { readonly status: number };
}

/** Those that succeed first, and the shorter the sentence the plainer the sample. */
export function plainestFirst(samples: readonly Sample[]): Sample[] {
  return samples.toSorted(
    (one, other) => failing(one) - failing(other) || one.name.length - other.name.length,
  );
}

/** One sample of each operation. */
export function firstOfEach(samples: readonly Sample[]): Sample[] {
  return samples.filter(
    ({ operation }, index) => samples.findIndex((other) => other.operation === operation) === index,
  );
}

function failing({ response }: Sample): number {
  return response.status < 400 ? 0 : 1;
}

/** Bundles an entry of a tool's or a test's own as an app is bundled, with what a service has beside it. */
export function bundle(entry: string, outfile: string): Promise<void>;

/** What a lock file says of a package, as far as it is used here. */
export interface LockedPackage {
  readonly version: string;
  readonly license?: string;
  readonly integrity: string;
  readonly dev?: boolean;
}

export interface Package {
  readonly name: string;
  readonly version: string;
  /** In the words of SPDX; undefined where a package states none. */
  readonly license: string | undefined;
}

/** @param place Its key in the lock file. */
export function packageAt(place: string, entry: LockedPackage): Package;

/** What something is made of, as CycloneDX. */
export function billOfMaterials(
  made: Package,
  places: readonly string[],
  packages: Readonly<Record<string, LockedPackage>>,
): object;

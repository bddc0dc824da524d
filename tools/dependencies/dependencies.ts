import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { billOfMaterials, type LockedPackage, type Package, packageAt } from '../build/bill-of-materials.js';
import { table } from '../published/table';

interface Lock {
  readonly name: string;
  readonly version: string;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

const lock = JSON.parse(readFileSync(join(__dirname, '../../package-lock.json'), 'utf8')) as Lock;
const places = Object.keys(lock.packages)
  .filter((place) => place !== '')
  .sort();
const [deployedPlaces, developmentPlaces] = [false, true].map((development) =>
  places.filter((place) => (lock.packages[place]!.dev === true) === development),
) as [string[], string[]];

/** The packages that services may be made of. */
export const deployed: readonly Package[] = deployedPlaces.map(read);
const development = developmentPlaces.map(read);

function read(place: string): Package {
  return packageAt(place, lock.packages[place]!);
}

/** docs/bom.json: what services may be made of, as CycloneDX. */
export function bill(): string {
  const { name, version, packages } = lock;
  const whole = { name, version, license: packages['']!.license };
  return `${JSON.stringify(billOfMaterials(whole, deployedPlaces, packages), null, 2)}\n`;
}

/** docs/dependencies.md: how many packages there are, and under which licences. */
export function dependenciesPage(): string {
  return [
    '# Dependencies',
    '',
    'What `package-lock.json` pins, made by `npm run published -- --selectProjects tools`; a test holds it equal.',
    'As CycloneDX: [bom.json](bom.json), and of each service alone `bom.json` beside its bundle, which has fewer.',
    '',
    `${deployed.length} packages are what services are made of, ${development.length} more are for development only.`,
    '',
    '## Licences',
    '',
    ...table(['licence', 'in services', 'for development'], licences()),
    '## Packages in services',
    '',
    ...table(
      ['package', 'version', 'licence'],
      deployed.map(({ name, version, license = '' }) => [name, version, license]),
    ),
  ].join('\n');
}

function licences(): string[][] {
  const count = (packages: readonly Package[], licence: string) =>
    String(packages.filter(({ license }) => license === licence).length);
  const all = new Set([...deployed, ...development].map(({ license = '' }) => license));
  return [...all].sort().map((licence) => [licence, count(deployed, licence), count(development, licence)]);
}

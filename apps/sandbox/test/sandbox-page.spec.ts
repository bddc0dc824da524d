import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sandboxCredentials, simulatedAccounts, simulatedFaults } from '@trunkline/backends/icoms';

const page = readFileSync(join(__dirname, '../../../docs/sandbox.md'), 'utf8');

/** The cells of the rows of a table, which is known by its heading. */
function rowsBelow(heading: string): string[][] {
  const lines = page.split('\n');
  const below = lines.slice(lines.findIndex((line) => cellsOf(line).join(' | ') === heading) + 2);
  const end = below.findIndex((line) => !line.startsWith('|'));
  return below.slice(0, end).map(cellsOf);
}

function cellsOf(line: string): string[] {
  return line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
}

describe('docs/sandbox.md', () => {
  it('lists every account, and no other', () => {
    const rows = simulatedAccounts.map(({ site, account, telephone, provokes, about }) => {
      return [site, account, telephone, provokes ? `\`${provokes}\`` : '', about];
    });
    expect(rowsBelow('site | account | telephone | provokes | ')).toEqual(rows);
  });

  it('lists every fault, and no other', () => {
    const rows = Object.entries(simulatedFaults).map(([name, { about }]) => [`\`${name}\``, about]);
    expect(rowsBelow('fault | what happens')).toEqual(rows);
  });

  it('shows the credentials', () => {
    const { userid, password, environment } = sandboxCredentials;
    expect(page).toContain(`USERID="${userid}" PASSWORD="${password}" ENVIRONMENT="${environment}"`);
  });
});

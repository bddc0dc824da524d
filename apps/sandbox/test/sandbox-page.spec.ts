import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  sandboxCredentials,
  simulatedAccounts,
  simulatedFaults,
  simulatedWorkOrderAccounts,
  simulatedWorkOrderFaults,
} from '@trunkline/backends/icoms';
import { simulatedLines, simulatedMidasFaults } from '@trunkline/backends/midas';

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

const accounts = Object.entries({
  icoms: simulatedAccounts,
  'work-orders': simulatedWorkOrderAccounts,
  midas: simulatedLines,
});

const faults = Object.entries({
  icoms: simulatedFaults,
  'work-orders': simulatedWorkOrderFaults,
  midas: simulatedMidasFaults,
});

describe('docs/sandbox.md', () => {
  it('lists every account, and no other', () => {
    const rows = accounts.flatMap(([system, known]) =>
      known.map(({ site, account, telephone, provokes, about }) => {
        const what = provokes ? [`\`${system}\``, `\`${provokes}\``] : ['', ''];
        return [site, account, telephone, ...what, about];
      }),
    );
    expect(rowsBelow('site | account | telephone | system | provokes | ')).toEqual(rows);
  });

  it('lists every fault, and no other', () => {
    const rows = faults.flatMap(([system, table]) =>
      Object.entries(table).map(([name, { about }]) => [`\`${system}\``, `\`${name}\``, about]),
    );
    expect(rowsBelow('system | fault | what happens')).toEqual(rows);
  });

  it('shows the credentials', () => {
    const { userid, password, environment } = sandboxCredentials;
    expect(page).toContain(`USERID="${userid}" PASSWORD="${password}" ENVIRONMENT="${environment}"`);
  });
});

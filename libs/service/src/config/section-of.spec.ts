import { loadConfig } from './load-config';
import { sectionOf } from './section-of';
import { Setting, Settings } from './setting';

class CoffeeConfig {
  @Setting('COFFEE_CUPS', { type: 'integer', default: 2, description: 'How many cups there are' })
  readonly cups!: number;
}

class WithoutConfig {}

class WithConfig {
  @Settings(() => CoffeeConfig)
  readonly coffee!: CoffeeConfig;
}

it('is what the environment says where a config has the section, and the default where it has none', () => {
  const cupsOf = (config: new () => object) =>
    sectionOf(loadConfig(config, { COFFEE_CUPS: '3' }, 'EXAMPLE_'), CoffeeConfig).cups;
  expect([cupsOf(WithConfig), cupsOf(WithoutConfig)]).toEqual([3, 2]);
});

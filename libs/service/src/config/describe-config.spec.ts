import { describeConfig, renderEnvExample, renderSettingsTable } from './describe-config';
import { Setting, Settings } from './setting';

class GatewayConfig {
  @Setting('GATEWAY_URL', { type: 'url', description: 'Where the gateway is' })
  readonly url!: string;

  @Setting('GATEWAY_PASSWORD', { type: 'text', secret: true, optional: true, description: 'Its password' })
  readonly password: string | undefined;
}

class ExampleConfig {
  @Setting('SITES', { type: 'list', default: ['26', '27'], description: 'The sites that are served' })
  readonly sites!: readonly string[];

  @Settings(() => GatewayConfig)
  readonly gateway!: GatewayConfig;
}

it('describes every variable, those of the sections too', () => {
  expect(describeConfig(ExampleConfig)).toEqual([
    {
      name: 'SITES',
      description: 'The sites that are served',
      allowed: 'a list with commas between',
      default: '26,27',
      required: false,
      secret: false,
    },
    {
      name: 'GATEWAY_URL',
      description: 'Where the gateway is',
      allowed: 'a URL (http, https)',
      default: undefined,
      required: true,
      secret: false,
    },
    {
      name: 'GATEWAY_PASSWORD',
      description: 'Its password',
      allowed: 'a text',
      default: undefined,
      required: false,
      secret: true,
    },
  ]);
});

it('renders them as an .env.example', () => {
  expect(renderEnvExample('Example', ExampleConfig))
    .toBe(`# Example: every variable that it reads. Copy it to .env, change what must differ, and start the service
# with node --env-file=.env

# The sites that are served. Must be a list with commas between.
# SITES=26,27

# Where the gateway is. Must be a URL (http, https).
GATEWAY_URL=

# Its password. Must be a text.
# Or the file that holds it: GATEWAY_PASSWORD_FILE
# GATEWAY_PASSWORD=
`);
});

it('renders them as a table', () => {
  expect(renderSettingsTable(ExampleConfig)).toBe(`| variable | default | what it does |
| --- | --- | --- |
| \`SITES\` | \`26,27\` | The sites that are served. Must be a list with commas between. |
| \`GATEWAY_URL\` | **required** | Where the gateway is. Must be a URL (http, https). |
| \`GATEWAY_PASSWORD\` |  | Its password. Must be a text. |
`);
});

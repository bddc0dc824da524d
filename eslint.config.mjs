import nx from '@nx/eslint-plugin';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';

/** Who may import whom: contracts say what, apps do it, back ends do it with whom. */
const boundaries = [
  {
    sourceTag: 'type:app',
    onlyDependOnLibsWithTags: ['type:contract', 'type:backend', 'type:platform', 'type:kernel'],
  },
  { sourceTag: 'type:backend', onlyDependOnLibsWithTags: ['type:platform', 'type:kernel', 'type:contract'] },
  { sourceTag: 'type:contract', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:platform', 'type:kernel'] },
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: ['type:kernel'] },
  { sourceTag: 'type:testing', onlyDependOnLibsWithTags: ['*'] },
  { sourceTag: 'type:tool', onlyDependOnLibsWithTags: ['*'] },
];

/** Tests may use what makes them tests. */
const boundariesOfTests = boundaries.map(({ sourceTag, onlyDependOnLibsWithTags }) => ({
  sourceTag,
  onlyDependOnLibsWithTags: [...onlyDependOnLibsWithTags, 'type:testing'],
}));

/** A lib's tests stand beside it and use `testing`, which stands on the libs; what is not a test cannot use it. */
const ignoredCircularDependencies = [['*', 'testing']];

const enforce = (depConstraints) => ({
  '@nx/enforce-module-boundaries': ['error', { depConstraints, allow: [], ignoredCircularDependencies }],
});

export default tseslint.config(
  { ignores: ['dist', 'node_modules', '.nx', 'data', 'tmp'] },
  ...tseslint.configs.recommended,
  prettier,
  {
    files: ['**/*.ts', '**/*.mts'],
    // So that imports which Nest injects by are known to be values.
    languageOptions: { parserOptions: { emitDecoratorMetadata: true, experimentalDecorators: true } },
    plugins: { '@nx': nx },
    rules: {
      ...enforce(boundaries),
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      'no-restricted-syntax': [
        'error',
        { selector: 'ExportAllDeclaration', message: 'Name what a lib gives: one explicit index.' },
        { selector: "CallExpression[callee.name='forwardRef']", message: 'Break the circle instead.' },
        {
          selector: "MemberExpression[object.name='process'][property.name='env']",
          message: 'Only a config class reads the environment.',
        },
      ],
    },
  },
  {
    files: ['libs/{fields,faults,soap,operations}/src/**/*.ts', 'libs/contracts/**/*.ts'],
    ignores: ['**/*.spec.ts', 'libs/fields/src/vocabulary.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@nestjs/*', 'node:fs*', 'node:net', 'node:http*'],
              message: 'Kernel and contracts hold no Nest and no I/O.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.spec.ts', '**/test/**/*.ts', 'libs/testing/**/*.ts', 'tools/**/*.ts'],
    rules: enforce(boundariesOfTests),
  },
  {
    files: [
      'libs/service/src/config/environment.ts',
      '**/*.spec.ts',
      '**/test/**/*.ts',
      'libs/testing/**/*.ts',
      'tools/**/*.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['**/*.js'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
);

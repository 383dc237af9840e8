import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Strict rules that look at types, for everything TypeScript compiles; a few plain ones for the scripts that run before
 * anything is built. Where a rule is softer than in the strict set, the reason stands beside it. Layout is Prettier's.
 */
export default defineConfig(
  { ignores: ['dist/', 'data/', '.data*/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      // does nothing in files with decorators: their metadata need the imports at run time
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_$', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // how a feature adds its codes to those of the others
      '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }],
      // an index is `T | undefined` here (noUncheckedIndexedAccess); `!` says that we know better
      '@typescript-eslint/no-non-null-assertion': 'off',
      // entities are rows: columns and nothing else, so that a copy without their class is still one
      '@typescript-eslint/no-misused-spread': 'off',
      // what an interface wants as a promise may have nothing to wait for
      '@typescript-eslint/require-await': 'off',
      // our interfaces are made of closures, which have no `this` to lose
      '@typescript-eslint/unbound-method': 'off',
      // graphql-js compares its enums of strings with strings, and so do its users
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
    },
  },
  {
    // answers and rows are read as the test knows them
    files: ['**/*.test.ts', '**/testing/**'],
    rules: {
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      // what a failed set-up left unset is still to be torn down
      '@typescript-eslint/no-unnecessary-condition': 'off',
    },
  },
  {
    files: ['**/*.{mjs,js,jsx}'],
    rules: {
      eqeqeq: 'error',
      'no-dupe-keys': 'error',
      'no-unreachable': 'error',
      'no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'no-var': 'error',
      'prefer-const': 'error',
    },
    languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } },
  },
);

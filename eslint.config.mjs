import js from '@eslint/js';
import globals from 'globals';

export default [
  { ignores: ['node_modules/', 'bench/node_modules/', 'pkg/', 'target/', 'tests/out/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-implicit-globals': 'error',
      'no-shadow': 'error',
      'no-unused-vars': ['error', { args: 'all' }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      'prefer-template': 'error',
    },
  },
  { files: ['bench/**'], languageOptions: { globals: globals.browser } },
  {
    files: ['scripts/**', 'tests/**', '*.mjs', 'package/{bin,node,page}.js'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['tests/install/recipes/**'],
    languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.serviceworker } },
  },
  {
    files: ['tests/page/**', 'scripts/screenshots.mjs'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
  {
    // What the reader's browser runs. Nothing that an article says may become markup or code, and nothing leaves the page.
    files: ['www/**/*.js', 'package/**/*.js'],
    languageOptions: { globals: globals.browser },
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': ['error', 'localStorage', 'sessionStorage', 'XMLHttpRequest'],
      'no-restricted-properties': [
        'error',
        ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'cookie', 'sendBeacon'].map(
          (property) => ({
            property,
            message: 'The page makes no markup from strings and tells nobody anything.',
          }),
        ),
        { object: 'document', property: 'write', message: 'The page makes no markup from strings.' },
      ],
    },
  },
];

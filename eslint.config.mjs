import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import { createNodeResolver, importX } from 'eslint-plugin-import-x';
import tseslint from 'typescript-eslint';

/**
 * The layers of the core and what each may import, as architecture decides it:
 * text → syntax → (schema) plan → analysis → { rules, features, views } → service.
 */
const coreLayers = {
  text: [],
  syntax: ['text'],
  schema: [],
  plan: ['text', 'syntax', 'schema'],
  edit: ['text', 'syntax', 'plan'],
  analysis: ['plan'],
  rules: ['text', 'syntax', 'schema', 'plan', 'edit', 'analysis'],
  features: ['text', 'syntax', 'schema', 'plan', 'edit', 'analysis', 'rules'],
  views: ['plan', 'analysis'],
};

/** The layers around the core. */
const outerLayers = {
  core: [],
  server: ['core', 'protocol.ts'],
  client: ['protocol.ts'],
  preview: ['protocol.ts', 'core/views'],
  cli: ['core', 'preview', 'server'],
};

/**
 * One zone for a layer: its files may import, of what is below `from`, only themselves and what is allowed.
 *
 * @param {string} from
 * @param {string} layer
 * @param {string[]} allowed
 */
const zone = (from, layer, allowed) => ({
  target: `${from}/${layer}`,
  from,
  except: [layer, ...allowed].map((name) => `./${name}`),
  message: `The layer ${layer} may import only ${['itself', ...allowed].join(', ')}.`,
});

const zones = [
  ...Object.entries(coreLayers).map(([layer, allowed]) => zone('./src/core', layer, allowed)),
  ...Object.entries(outerLayers).map(([layer, allowed]) => zone('./src', layer, allowed)),
  { target: './src', from: ['./test', './scripts', './bench'], message: 'Sources import no tests and no scripts.' },
];

const noHostModules = {
  regex: '^(node:|vscode$|vscode-languageserver(/|$)|vscode-languageclient|preact|commander)',
  message: 'The core is pure: it knows no host.',
};

export default defineConfig(
  globalIgnores(['dist/', 'out/', '.cache/', 'coverage/', '**/generated/', '**/*.generated.*']),
  js.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'] })],
    },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: false },
      ],
      // Numbers and booleans read well in a template; what must not go there is an object.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Brackets say that a key was not checked by the compiler: it comes from outside.
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // `type` is right for unions and mapped types, `interface` for shapes; which of the two a small shape is, is taste.
      '@typescript-eslint/consistent-type-definitions': 'off',
    },
  },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-imports': ['error', { patterns: [noHostModules] }],
      'no-restricted-globals': [
        'error',
        ...['Date', 'globalThis', 'window', 'self', 'document', 'process', 'console', 'performance', 'fetch'].map(
          (name) => ({
            name,
            message:
              'The core is pure: no clock, no host, no network. What it needs comes in through the host interface.',
          }),
        ),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'The core is pure: the same input gives the same answer.' },
        { object: 'Temporal', property: 'Now', message: 'The core has no clock: today comes in through the host.' },
      ],
    },
  },
  {
    files: ['src/preview/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '^(node:|vscode$)', message: 'The preview runs in a webview.' }] },
      ],
    },
  },
  {
    // Both platforms run the same client and server; only the tiny entries know which one they are on.
    files: ['src/client/**', 'src/server/**'],
    ignores: ['src/*/node.ts', 'src/client/extension.node.ts', 'src/server/{stdio,diskFiles}.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [{ regex: '^(node:|.*/node$)', message: 'Only the entries for Node, and the disk, are for Node.' }],
        },
      ],
    },
  },
  {
    files: ['test/**'],
    rules: {
      // A test asserts on values that it has just made; what is missing fails it, and that is the point.
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': ['error', { max: 600, skipBlankLines: true, skipComments: true }],
    },
  },
  {
    // Plain JavaScript, so that it runs before anything is installed: types come from inference and JSDoc.
    files: ['scripts/**/*.mjs', '*.mjs'],
    // The compiler knows what is defined where they run.
    rules: {
      'no-undef': 'off',
      // ESLint does not see the type that a JSDoc cast gives; the compiler does.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);

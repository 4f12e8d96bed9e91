import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
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
  exports: ['plan', 'analysis', 'views'],
};

/** The folders around the core, and which of the others each may import. */
const outerLayers = {
  server: ['core', 'protocol'],
  client: ['protocol'],
  preview: ['core', 'protocol'],
  cli: ['core', 'preview', 'server'],
};

const outerNames = ['core', ...Object.keys(outerLayers), 'protocol'];

/**
 * Forbids imports that lead up and out of a layer into one that it may not know.
 *
 * @param {string[]} names of the forbidden layers
 * @param {string} layer
 */
const wall = (names, layer) => ({
  regex: `^(?:\\./)?(?:\\.\\./)+(?:${names.join('|')})(?:/|$)`,
  message: `The layer ${layer} may not know this one; see "Walls" in CONTRIBUTING.md.`,
});

/**
 * @param {string[]} all
 * @param {string} layer
 * @param {string[]} allowed
 */
const others = (all, layer, allowed) => all.filter((name) => name !== layer && !allowed.includes(name));

const testsAndScripts = {
  regex: '^(?:\\.\\./)+(?:test|scripts|bench)/',
  message: 'Sources import no tests and no scripts.',
};

const noHostModules = {
  regex: '^(node:|vscode$|vscode-languageserver(/|$)|vscode-languageclient|preact|commander)',
  message: 'The core is pure: it knows no host.',
};

/** What each folder around the core may not import, beside the other folders. */
const hostWalls = {
  server: [{ regex: '^vscode(-languageclient.*)?$', message: 'The server knows the protocol, not VS Code.' }],
  client: [],
  preview: [
    { regex: '^(node:|vscode$)', message: 'The preview runs in a webview.' },
    {
      regex: '(?:\\.\\./)+core/(?!views/)',
      message: 'The preview draws view models and knows nothing else of the core.',
    },
  ],
  cli: [{ regex: '^vscode$', message: 'There is no VS Code on the command line.' }],
};

/** Both platforms run the same client and server; only the entries for one of them know which they are on. */
const nodeFiles = [
  'src/*/node.ts',
  'src/client/extension.node.ts',
  'src/server/{stdio,diskFiles,planFilesBelow,nodePlatform}.ts',
];
const noNode = { regex: '^(node:|.*/node$)', message: 'Only the entries for Node, and the disk, are for Node.' };

/**
 * @param {object[]} patterns
 * @returns {import('eslint').Linter.RulesRecord}
 */
const restricted = (patterns) => ({ 'no-restricted-imports': ['error', { patterns: [...patterns, testsAndScripts] }] });

/** The service is above all layers. */
const serviceWall = {
  regex: '^(?:\\.\\./)+service(?:/|$)',
  message: 'No layer uses the service, which is made of all of them.',
};

/** @type {import('eslint').Linter.Config[]} */
const coreWalls = [
  { files: ['src/core/**'], rules: restricted([noHostModules, wall(others(outerNames, 'core', []), 'core')]) },
  ...Object.entries(coreLayers).map(([layer, allowed]) => ({
    files: [`src/core/${layer}/**`],
    rules: /** @type {import('eslint').Linter.RulesRecord} */ ({
      '@typescript-eslint/no-restricted-imports': ['error', { patterns: [serviceWall] }],
      ...restricted([
        noHostModules,
        wall([...others(Object.keys(coreLayers), layer, allowed), ...others(outerNames, 'core', [])], layer),
      ]),
    }),
  })),
];

const outerWalls = Object.entries(outerLayers).flatMap(([layer, allowed]) => {
  const patterns = hostWalls[/** @type {keyof typeof hostWalls} */ (layer)];
  const base = [...patterns, wall(others(outerNames, layer, allowed), layer)];
  return [
    { files: [`src/${layer}/**`], rules: restricted(base) },
    ...(layer === 'server' || layer === 'client'
      ? [{ files: [`src/${layer}/**`], ignores: nodeFiles, rules: restricted([...base, noNode]) }]
      : []),
  ];
});

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
    rules: {
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
  ...coreWalls,
  ...outerWalls,
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
    files: ['**/*.mjs'],
    // The compiler knows what is defined where they run.
    rules: {
      'no-undef': 'off',
      // ESLint does not see the type that a JSDoc cast gives; the compiler does.
      '@typescript-eslint/no-unsafe-assignment': 'off',
    },
  },
);

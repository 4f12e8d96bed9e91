// Compiles TypeScript for the tests. tsx applies a tsconfig only to the files that it includes; the base has none, so
// its JSX settings hold for the components of the preview, which no tsconfig of the root includes.
import { fileURLToPath } from 'node:url';

process.env['TSX_TSCONFIG_PATH'] ??= fileURLToPath(new URL('../tsconfig.base.json', import.meta.url));
await import('tsx');

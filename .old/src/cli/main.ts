import { nodeIo } from './nodeIo';
import { run } from './run';

// The exit code is set, not forced, so that all that was written arrives.
void run(process.argv.slice(2), nodeIo()).then((code) => {
  process.exitCode = code;
});

import { Command } from 'commander';

export function lspCommand(): Command {
  return (
    new Command('lsp')
      .description('serve plans to an editor over the Language Server Protocol')
      .option('--stdio', 'talk over the standard streams, which is the only way and the default')
      // Some clients add it to every server that they start; the protocol tells the same.
      .option('--clientProcessId <id>', 'the process of the editor, with which the server ends')
      .action(async () => {
        const { serveStdio } = await import('../../server/stdio');
        serveStdio();
        // The connection ends the process.
        await new Promise(() => undefined);
      })
  );
}

import fc from 'fast-check';

// A check of what was submitted has to give the same answer each time; on a developer's machine every run tries others.
if (process.env['CI']) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: 20261122 });

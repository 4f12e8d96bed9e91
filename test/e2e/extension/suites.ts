// Every suite that runs inside the extension host.
import './activation.test';
import './codeActions.test';
import './diagnostics.test';
import './reading.test';

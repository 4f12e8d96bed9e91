// Every suite that runs inside the extension host.
import './activation.test';
import './diagnostics.test';

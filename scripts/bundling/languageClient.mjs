// The language client registers every feature of the protocol, and each brings its converters along. What the server
// never offers is left out of the bundle, and so is what the editor does by itself.

/** Features that the server has no use for, by the capability with which a server asks for them. */
export const unused = {
  WillSaveFeature: 'textDocumentSync.willSave',
  WillSaveWaitUntilFeature: 'textDocumentSync.willSaveWaitUntil',
  DidSaveTextDocumentFeature: 'textDocumentSync.save',
  SignatureHelpFeature: 'signatureHelpProvider',
  DocumentFormattingFeature: 'documentFormattingProvider',
  DocumentRangeFormattingFeature: 'documentRangeFormattingProvider',
  ExecuteCommandFeature: 'executeCommandProvider',
  TypeDefinitionFeature: 'typeDefinitionProvider',
  ColorProviderFeature: 'colorProvider',
  DeclarationFeature: 'declarationProvider',
  LinkedEditingFeature: 'linkedEditingRangeProvider',
  DidCreateFilesFeature: 'workspace.fileOperations.didCreate',
  DidRenameFilesFeature: 'workspace.fileOperations.didRename',
  DidDeleteFilesFeature: 'workspace.fileOperations.didDelete',
  WillCreateFilesFeature: 'workspace.fileOperations.willCreate',
  WillRenameFilesFeature: 'workspace.fileOperations.willRename',
  WillDeleteFilesFeature: 'workspace.fileOperations.willDelete',
  TypeHierarchyFeature: 'typeHierarchyProvider',
  InlineValueFeature: 'inlineValueProvider',
  InlineCompletionItemFeature: 'inlineCompletionProvider',
  TextDocumentContentFeature: 'workspace.textDocumentContent',
};

/**
 * What stands in for a module of the client, by the end of its path.
 *
 * @type {Readonly<Record<string, string>>}
 */
const substitutes = {
  // A plan is in no notebook. The pulling of diagnostics listens to this feature, so there has to be one.
  'vscode-languageclient/lib/common/notebook.js': `
    import { NotebookDocumentSyncRegistrationType } from 'vscode-languageserver-protocol';
    const nothing = () => ({ dispose() {} });
    export class NotebookDocumentSyncFeature {
      registrationType = NotebookDocumentSyncRegistrationType.type;
      onOpenNotificationSent = nothing;
      onChangeNotificationSent = nothing;
      onCloseNotificationSent = nothing;
      fillClientCapabilities() {}
      initialize() {}
      register() {}
      unregister() {}
      clear() {}
      handles() { return false; }
      getState() { return { kind: 'static' }; }
    }`,
  // Nobody uses its features, but it would bring a library along.
  'vscode-languageclient/lib/common/fileOperations.js': '',
  // The editor matches globs as it does for every other provider; the client would bring a library for it.
  'vscode-languageclient/lib/common/utils/globPattern.js': `
    import { languages } from 'vscode';
    export function matchGlobPattern(pattern, uri) {
      return languages.match({ pattern }, { uri, languageId: '' }) > 0;
    }`,
  // The client asks whether the editor is new enough for it. The editor itself has asked that before ("engines").
  'semver/functions/parse.js': 'export default function () { return {}; }',
  'semver/functions/satisfies.js': 'export default function () { return true; }',
};

/**
 * @param {string} path of a module
 * @returns {string | undefined} what stands in for it
 */
export function substituteOf(path) {
  const end = Object.keys(substitutes).find((name) => path.endsWith(`/node_modules/${name}`));
  return end === undefined ? undefined : substitutes[end];
}

/**
 * @param {string} source of the language client's own module
 * @returns {string} the same without the features that are not used
 */
export function withoutUnusedFeatures(source) {
  return Object.keys(unused).reduce((text, feature) => {
    const registered = new RegExp(`^ *this\\.registerFeature\\(new \\w+\\.${feature}\\(this\\)\\);\\n`, 'm');
    if (!registered.test(text)) throw new Error(`The language client registers no ${feature} any more.`);
    return text.replace(registered, '');
  }, source);
}

import type { DocumentLink } from 'vscode-languageserver-types';
import type { PlanFile } from '../plan/planFile';
import { directivesOf } from '../rules/directives';
import { ruleById } from '../rules/registry';
import type { ScalarNode } from '../syntax/tree';
import type { Place } from '../text/sourceText';
import { rulePage, type DiagnosticOptions } from './diagnostics';
import { linkTarget, type LinkOrigin } from './links/linkTarget';
import { addressesIn, webAddress } from './links/webAddress';
import type { PlanState } from './planState';
import { contentOf } from './scalarContent';
import { visitScalars } from './writtenScalars';

export interface DocumentLinkRequest extends Pick<DiagnosticOptions, 'rulePages'> {
  /** The folders of the workspace, as URIs. */
  readonly folders: readonly string[];
}

/**
 * The links of a file: what its link fields lead to, web and mail addresses in its free text, and the rules that its
 * comments and settings name, with their pages. What leads anywhere else is no link; see `linkTarget`.
 *
 * @returns undefined for a file of no plan
 */
export function documentLinks(
  { plan }: PlanState,
  uri: string,
  request: DocumentLinkRequest,
): readonly DocumentLink[] | undefined {
  const file = plan.files.get(uri);
  if (!file) return undefined;
  const links = new Links(file);
  const origin = { uri, folders: reachableFolders(uri, plan.root, request.folders) };
  visitScalars(file, (node, shape) => {
    if (shape?.scalar === 'link') links.addField(node, origin);
    else if (shape?.scalar === 'text') links.addText(node);
  });
  for (const { rules } of directivesOf(file.document)) for (const { id, at } of rules) links.addRule(id, at, request);
  for (const { at, reference } of file.references) {
    if (reference.to === 'rule') links.addRule(reference.id, at, request);
  }
  return links.found;
}

/** The folder of the workspace that holds the file, or else that of its plan, and then the others. */
function reachableFolders(uri: string, root: string, folders: readonly string[]): readonly string[] {
  const bare = folders.map((folder) => folder.replace(/\/+$/, ''));
  const holding = bare.filter((folder) => uri.startsWith(`${folder}/`));
  const [own = root] = holding.sort((one, other) => other.length - one.length);
  return [own, ...bare];
}

class Links {
  /** By where they begin: what several aliases lead to is still written once. */
  readonly #found = new Map<number, DocumentLink>();

  constructor(private readonly file: PlanFile) {}

  get found(): readonly DocumentLink[] {
    return [...this.#found.values()];
  }

  addField(node: ScalarNode, origin: LinkOrigin): void {
    const at = lineOf(node);
    const target = at && linkTarget(node.text, origin);
    if (at && target !== undefined) this.#add(at, target, isWeb(target) ? tooltipOf(target) : 'Open the file');
  }

  addText({ piece, start, end }: ScalarNode): void {
    for (const span of addressesIn(piece.text.slice(start, end))) {
      const at = { piece, start: start + span.start, end: start + span.end };
      const target = webAddress(piece.text.slice(at.start, at.end));
      if (target !== undefined) this.#add(at, target, tooltipOf(target));
    }
  }

  addRule(id: string, at: Place, request: DocumentLinkRequest): void {
    const rule = ruleById(id);
    const page = rule && rulePage(request, rule.id);
    if (page !== undefined) this.#add(at, page, 'Read about this rule');
  }

  #add(at: Place, target: string, tooltip: string): void {
    const { source } = this.file.document;
    const span = source.spanOf(at);
    if (span) this.#found.set(span.start, { range: source.rangeAt(span), target, tooltip });
  }
}

function isWeb(target: string): boolean {
  return webAddress(target) !== undefined;
}

/** None of the file's own words: an editor may take what it shows for Markdown. */
function tooltipOf(address: string): string {
  return /^mailto:/i.test(address) ? 'Write an email' : 'Open in the browser';
}

/** The text of a scalar that stands on one line; undefined for one of several lines, or of none. */
function lineOf(node: ScalarNode): Place | undefined {
  const at = contentOf(node);
  const written = at.piece.text.slice(at.start, at.end);
  return written === '' || /[\r\n]/.test(written) ? undefined : at;
}

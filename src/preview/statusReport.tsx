import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { StatusReport } from '../core/views/statusModel';

/** A draft of a report that can be copied, as text. */
export function StatusReportArticle({ report }: { readonly report: StatusReport }): JSX.Element {
  const article = useRef<HTMLElement>(null);
  const [said, setSaid] = useState('');
  return (
    <section class="status-part" aria-labelledby="draft-title">
      <div class="report-head">
        <h2 class="part-title" id="draft-title">
          Draft status report
        </h2>
        <span role="status" class="quiet">
          {said}
        </span>
        <button
          type="button"
          class="link"
          onClick={() => {
            void copied(reportText(report)).then((isCopied) => {
              if (!isCopied) selectAll(article.current);
              setSaid(isCopied ? 'Copied' : 'Selected: copy it with the keyboard');
            });
          }}
        >
          Copy as text
        </button>
      </div>
      <article class="report" ref={article} aria-label={report.title}>
        <h3 class="report-title">{report.title}</h3>
        {report.sections.map(({ title, lines }) => (
          <div class="report-section" key={title}>
            <h4>{title}</h4>
            <ul>
              {lines.map((line, index) => (
                <li key={index}>{line}</li>
              ))}
            </ul>
          </div>
        ))}
      </article>
    </section>
  );
}

/** The report as plain text, which a mail or a chat shows as it is. */
export function reportText({ title, sections }: StatusReport): string {
  const parts = sections.map((section) => [section.title, ...section.lines.map((line) => `- ${line}`)].join('\n'));
  return `${[title, ...parts].join('\n\n')}\n`;
}

/** Whether the clipboard took a text: a host may forbid it. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function selectAll(element: HTMLElement | null): void {
  const selection = getSelection();
  if (element && selection) selection.selectAllChildren(element);
}

/** What a view can be exported to, with the ending of its files, in the order in which they are offered. */
export const exportFormats = {
  html: {
    title: 'Web page',
    detail: 'One file that works without a network: every view, to look around in',
    extension: 'html',
  },
  svg: { title: 'SVG', detail: 'A drawing, for documents and slides', extension: 'svg' },
  png: { title: 'PNG', detail: 'A picture', extension: 'png' },
  md: { title: 'Markdown', detail: 'Text with tables, for a README or an issue', extension: 'md' },
  mermaid: { title: 'Mermaid', detail: 'A diagram as text, drawn by GitHub and many others', extension: 'mmd' },
  csv: { title: 'CSV', detail: 'A table, for spreadsheets', extension: 'csv' },
  ics: { title: 'iCalendar', detail: 'Releases, milestones and deadlines, for a calendar', extension: 'ics' },
} as const satisfies Readonly<Record<string, ExportFormatInfo>>;

interface ExportFormatInfo {
  readonly title: string;
  readonly detail: string;
  readonly extension: string;
}

export type ExportFormat = keyof typeof exportFormats;

/** The formats whose text is written without the preview. */
export type TextFormat = Exclude<ExportFormat, 'html' | 'png'>;

export function isExportFormat(value: unknown): value is ExportFormat {
  return typeof value === 'string' && Object.hasOwn(exportFormats, value);
}

/** The views that are a time axis or a graph, by the kind of their file. */
export const diagramViews = [
  'roadmap/board',
  'roadmap/timeline',
  'roadmap/goals',
  'project/timeline',
  'project/network',
] as const;
export type DiagramView = (typeof diagramViews)[number];

/** The formats that a view can be exported to. */
export function formatsOf(file: string, view: string): readonly ExportFormat[] {
  return (Object.keys(exportFormats) as ExportFormat[]).filter(
    (format) => format !== 'mermaid' || diagramViews.some((each) => each === `${file}/${view}`),
  );
}

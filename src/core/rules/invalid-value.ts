import type { PlanEdit } from '../edit/editor';
import { defineRule, type Fix, type FixContext } from './rule';
import type { ValueData } from './structure/mistake';
import { findingSchemaMistakes } from './structure/schemaMistakes';
import { wrongSettings } from './structure/settingsMistakes';
import { isSameButSpelling } from './structure/spelling';

export default defineRule<ValueData>({
  id: 'invalid-value',
  group: 'structure',
  severity: 'error',
  texts: 'decide',
  readsFileAlone: true,
  docs: {
    summary: 'A value of the right kind with content that its place does not take.',
    why:
      'Views, roll-ups and schedules read these values: a status that is none of the known ones, a day that the ' +
      'calendar does not have or an amount without its currency counts for nothing there, though it looks fine in the file.',
    bad: `# website.project.yaml
project: Website relaunch
manager: Bob Ito
goal: more-bookings
health: green
end: 2026-11-31
# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
goals:
  more-bookings: More orders through the website
`,
    good: `# website.project.yaml
project: Website relaunch
manager: Bob Ito
goal: more-bookings
health: on-track
end: 2026-11-30
# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
goals:
  more-bookings: More orders through the website
`,
  },
  *checkFile({ file, rules, report }) {
    for (const mistake of yield* findingSchemaMistakes(file))
      if (mistake.rule === 'invalid-value') report(mistake.report);
    for (const wrong of wrongSettings(file, rules)) report(wrong);
  },
  fixes(context) {
    const { data, at, file, edit } = context;
    const written = file.document.source.textOf(at);
    const { path, isKey, suggestions } = data;
    return suggestions.flatMap((text, index): readonly Fix[] => {
      const change = isKey ? renamed(context, text) : edit.setScalar(file.uri, path, text);
      if (!change) return [];
      const title = isKey ? `Rename it to \`${text}\`` : `Write \`${text}\``;
      const certain = !isKey && index === 0 && isSameButSpelling(written, text);
      return [{ title, edit: change, preferred: index === 0, certain }];
    });
  },
});

/** A key under another name, with what refers to it: a wrong id may be used throughout the plan. */
function renamed({ data: { path }, file, plan, edit }: FixContext<ValueData>, id: string): PlanEdit | undefined {
  const key = edit.renameKey(file.uri, path, id);
  const entity = file.definitions.find((one) => one.path.join('\0') === path.join('\0'));
  if (!entity) return key;
  const references = [...plan.files.values()].flatMap((from) =>
    from.references.flatMap(({ reference, at }) => {
      const resolution = plan.resolve(reference, from);
      if (resolution.status !== 'found' || resolution.entity !== entity) return [];
      const qualifier = reference.text.slice(0, reference.text.length - reference.id.length);
      return [edit.replace(at, `${qualifier}${id}`)];
    }),
  );
  return edit.combine(key, ...references);
}

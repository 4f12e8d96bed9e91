import { defineRule, type Fix } from './rule';
import type { ValueData } from './structure/mistake';
import { schemaMistakes } from './structure/schemaMistakes';
import { wrongSettings } from './structure/settingsMistakes';

export default defineRule<ValueData>({
  id: 'invalid-value',
  group: 'structure',
  severity: 'error',
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
  checkFile({ file, rules, report }) {
    for (const mistake of schemaMistakes(file)) if (mistake.rule === 'invalid-value') report(mistake.report);
    for (const wrong of wrongSettings(file, rules)) report(wrong);
  },
  fixes({ data: { path, isKey, suggestions }, file: { uri }, edit }) {
    return suggestions.flatMap((text, index): readonly Fix[] => {
      const change = isKey ? edit.renameKey(uri, path, text) : edit.setScalar(uri, path, text);
      if (!change) return [];
      const title = isKey ? `Rename it to \`${text}\`` : `Write \`${text}\``;
      return [{ title, edit: change, preferred: index === 0 }];
    });
  },
});

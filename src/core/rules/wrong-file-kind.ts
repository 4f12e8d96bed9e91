import { fileNameOf } from '../plan/fileKind';
import { defineRule } from './rule';

export default defineRule({
  id: 'wrong-file-kind',
  group: 'structure',
  severity: 'error',
  readsFileAlone: true,
  docs: {
    summary: 'A project in a roadmap file, or a roadmap in a project file.',
    why:
      'The name of a file says what it holds, so that people and tools find it. A file of the other kind is not read: ' +
      'its goals and items do not count until it has the right name.',
    bad: `# website.roadmap.yaml
project: Website relaunch
items:
  shop: Build the shop
`,
    good: `# website.project.yaml
project: Website relaunch
manager: Bob Ito
goal: more-bookings
items:
  shop: Build the shop
# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
goals:
  more-bookings: More orders through the website
`,
  },
  checkFile({ file, report }) {
    if (!file.wrongKind) return;
    const [own, other] = file.kind === 'roadmap' ? ['roadmap', 'project'] : ['project', 'roadmap'];
    const name = fileNameOf(file.uri);
    const right = name.replace(new RegExp(`\\.${own}(\\.ya?ml)$`), `.${other}$1`);
    const top = file.kind === 'roadmap' ? 'product' : 'project';
    report({
      at: file.wrongKind,
      message: `This is a ${other} in a ${own} file. Rename the file to \`${right}\`, or begin it with \`${top}:\`.`,
    });
  },
});

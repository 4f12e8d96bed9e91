import { defineRule } from './rule';
import { isWrongKind } from './structure/readable';
import { contradictions, repeatedFiles, repeatedKeys, repeatedRoles, repeatedWork } from './structure/duplicates';

export default defineRule({
  id: 'duplicate-id',
  group: 'structure',
  severity: 'error',
  docs: {
    summary:
      'One name for two things: a key that stands in a map twice, an id that two items, products or projects share.',
    why:
      'Whoever refers to a name has to get one thing. Of a key that stands twice only the first counts, and what the ' +
      'other one says is lost. A person may stand in several files, whose entries are put together, as long as they ' +
      'do not contradict each other.',
    bad: `# website.project.yaml
project: Website relaunch
manager: Bob Ito
goal: more-bookings
items:
  shop: Build the shop
  photos: Take new photos
  shop: Open the shop
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
items:
  shop: Build the shop
  photos: Take new photos
  shop-opening: Open the shop
# bakery.roadmap.yaml
product: Bakery
owner: Alice Ng
goals:
  more-bookings: More orders through the website
`,
  },
  *checkPlan({ plan, report }) {
    for (const file of plan.files.values()) {
      if (isWrongKind(file)) continue;
      const keys = repeatedKeys(file);
      yield;
      for (const found of [...keys, ...repeatedWork(plan, file)]) report(found);
      yield;
    }
    for (const found of [...repeatedFiles(plan), ...repeatedRoles(plan), ...contradictions(plan)]) {
      report(found);
    }
  },
});

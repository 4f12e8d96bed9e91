import { readPlanFile, type PlanFile } from '../../plan/planFile';
import { parseDocument } from '../../syntax/document';

/** A project file that is not there yet, to read references from: what it says makes no difference to what they mean. */
export function unwrittenProject(folder: string): PlanFile {
  return readPlanFile('project', parseDocument(`${folder}/.project.yaml`, ''));
}

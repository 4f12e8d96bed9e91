export { areas } from './areas';
export { areaMarkdown, areaText, roleMarkdown, roleText } from './card';
export { ambiguousRoleNames, roleAliases, type RoleId } from './catalogue';
export { keyAreas } from './keyAreas';
export {
  allRoles,
  areaById,
  areaTitle,
  canonicalRoleId,
  distinctions,
  distinctionsOf,
  holdersOf,
  readingsOf,
  resolveRole,
  roleById,
  roles,
  type Distinction,
  type RoleResolution,
} from './resolve';
export type { Area, CustomRole, Role } from './role';
export { toldApart, type RolePair } from './toldApart';

import { failure } from '../../kernel/failure.js';
import { hasRole, type Viewer } from '../../kernel/viewer.js';

/** The roles that may attempt a mutation at all. */
export const admins = (viewer: Viewer) => hasRole(viewer, 'ADMIN');
export const coordinators = (viewer: Viewer) => hasRole(viewer, 'COORDINATOR');
export const coordinatorsAndAdmins = (viewer: Viewer) => hasRole(viewer, 'COORDINATOR', 'ADMIN');
export const coordinatorsAndSupporters = (viewer: Viewer) => hasRole(viewer, 'COORDINATOR', 'SUPPORTER');
export const coordinatorsAndSecretaries = (viewer: Viewer) => hasRole(viewer, 'COORDINATOR', 'SECRETARY');
export const coordinatorsSupportersAndSecretaries = (viewer: Viewer) =>
  hasRole(viewer, 'COORDINATOR', 'SUPPORTER', 'SECRETARY');
export const coordinatorsAndParents = (viewer: Viewer) => hasRole(viewer, 'COORDINATOR', 'PARENT');
export const coordinatorsSecretariesAndParents = (viewer: Viewer) =>
  hasRole(viewer, 'COORDINATOR', 'SECRETARY', 'PARENT');
export const coordinatorsSupportersAndParents = (viewer: Viewer) =>
  hasRole(viewer, 'COORDINATOR', 'SUPPORTER', 'PARENT');
export const parents = (viewer: Viewer) => hasRole(viewer, 'PARENT');

/** A coordinator manages what is owned by their regions and those below. */
export function manages(viewer: Viewer, regionId: string | null): boolean {
  return regionId !== null && viewer.regions.includes(regionId);
}

interface Network {
  readonly id: string;
  readonly regionId: string;
}

/** The coordinators of its region, and of the regions that take part in it by agreement. */
export function takesPart(viewer: Viewer, { id, regionId }: Network): boolean {
  return manages(viewer, regionId) || viewer.shared.includes(id);
}

/** Who recorded something in a network repairs it, and so does the network's own region. */
export function repairs(
  viewer: Viewer,
  network: Network,
  { recordedIn }: { readonly recordedIn: string | null },
): boolean {
  return manages(viewer, network.regionId) || (takesPart(viewer, network) && manages(viewer, recordedIn));
}

/** Those who work with a network: the coordinators who take part in it, and its supporters. */
export function worksWith(viewer: Viewer, network: Network): boolean {
  return takesPart(viewer, network) || viewer.supported.includes(network.id);
}

/** Those who carry a network from day to day: who works with it, and who leads it today. */
export function carries(viewer: Viewer, network: Network): boolean {
  return worksWith(viewer, network) || viewer.led.includes(network.id);
}

/** The insiders of a network, who see more than its outline: those who carry it, and national admins. */
export function seesInside(viewer: Viewer, network: Network): boolean {
  return hasRole(viewer, 'ADMIN') || carries(viewer, network);
}

/** The seats of a body are filled by its secretary and the coordinators of its region. */
export function fills(viewer: Viewer, body: { readonly id: string; readonly regionId: string }): boolean {
  return viewer.bodies.includes(body.id) || manages(viewer, body.regionId);
}

/** `personId` is null while nobody is known. */
export function isSelf(viewer: Viewer, personId: string | null): boolean {
  return personId !== null && viewer.personId === personId;
}

/** What is on record of somebody is kept by them, and by the coordinators of their home region. */
export function keepsRecordOf(
  viewer: Viewer,
  person: { readonly id: string; readonly regionId: string | null },
): boolean {
  return isSelf(viewer, person.id) || manages(viewer, person.regionId);
}

/** The object is visible but the viewer may not change it. */
export function allow(condition: boolean): void {
  if (!condition) throw failure('FORBIDDEN');
}

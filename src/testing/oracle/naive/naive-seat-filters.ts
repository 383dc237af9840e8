import { type NaiveRows, type Row, uuidOf } from './naive-rows.js';
import { agreedRegions, agreementStatus, bodyStatus, invitationStatus } from './naive-seat-days.js';

type Test = (row: Row) => boolean;

/** What each filter of bodies, seats and invitations lets through, in memory. */
export function seatTest(
  rows: NaiveRows,
  type: string,
  name: string,
  value: unknown,
  today: string,
  regionsAt: (id: unknown) => ReadonlySet<string>,
): Test {
  const regions = ['regionId', 'homeRegionId'].includes(name) ? regionsAt(value) : new Set<string>();
  const bodyOf = ({ bodyId }: Row) => rows.byId('AdvisoryBody', bodyId)!;
  switch (`${type}.${name}`) {
    case 'AdvisoryBody.kind':
      return ({ kind }) => (value as string[]).includes(kind as string);
    case 'AdvisoryBody.level':
      return ({ level }) => level === value;
    case 'AdvisoryBody.domain':
      return ({ domains }) => (domains as unknown[]).includes(value);
    case 'AdvisoryBody.status':
      return (body) => (value as string[]).includes(bodyStatus(body, today));
    case 'AdvisoryBody.regionId':
      return ({ id, regionId }) =>
        [regionId as string, ...agreedRegions(rows, id as string, today)].some((place) => regions.has(place));
    case 'RegionAgreement.status':
      return (agreement) => (value as string[]).includes(agreementStatus(agreement, today));
    case 'RegionAgreement.homeRegionId':
      return ({ homeRegionId }) => regions.has(homeRegionId as string);
    case 'AdvisorySeat.bodyKind':
      return (seat) => (value as string[]).includes(bodyOf(seat).kind as string);
    case 'AdvisorySeat.level':
      return (seat) => bodyOf(seat).level === value;
    case 'AdvisorySeat.domain':
      return (seat) => (bodyOf(seat).domains as unknown[]).includes(value);
    case 'AdvisorySeat.themeId':
      return ({ id }) =>
        rows.all('requirements').some(({ seatId, themeId }) => seatId === id && themeId === uuidOf(value));
    case 'AdvisorySeat.bodyId':
    case 'SeatInvitation.bodyId':
      return ({ bodyId }) => bodyId === uuidOf(value);
    case 'AdvisorySeat.regionId':
    case 'RegionAgreement.regionId':
    case 'SeatInvitation.regionId':
      return ({ regionId }) => regions.has(regionId as string);
    case 'SeatInvitation.status':
      return (invitation) => (value as string[]).includes(invitationStatus(invitation, today));
    default:
      throw new Error(`a filter that is not known here: ${type}.${name}`);
  }
}

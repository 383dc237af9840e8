import { byText } from './naive-days.js';
import type { NaiveLooks, Resolvers } from './naive-looks.js';
import type { Row } from './naive-rows.js';

export function regionChangeResolvers(looks: NaiveLooks): Resolvers {
  const { rows, filters } = looks;
  const from = ({ comes, regionId, otherRegionId }: Row): string =>
    (comes ? otherRegionId : regionId) as string;
  const to = ({ comes, regionId, otherRegionId }: Row): string =>
    (comes ? regionId : otherRegionId) as string;
  /** the region of a municipality on the day before */
  const before = (municipality: Row, day: string): string => {
    const [last] = rows
      .all('municipalityRegions')
      .filter(({ municipalityId, validFrom }) => municipalityId === municipality.id && validFrom < day)
      .sort((a, b) => byText(b.validFrom, a.validFrom));
    return (last ?? municipality).regionId as string;
  };
  const below = (regionId: string) => {
    const isBelow = (region: Row | null): boolean =>
      region !== null && (region.id === regionId || isBelow(rows.byId('Region', region.parentId)));
    return new Set(
      rows
        .all('Region')
        .filter(isBelow)
        .map(({ id }) => id as string),
    );
  };
  return {
    Query: {
      regionChanges: (_row, { regionId }) => {
        const regions = regionId == null ? null : filters.regions(regionId);
        return rows
          .all('RegionChange')
          .filter((change) => !regions || regions.has(change.regionId))
          .sort((a, b) => byText(b.changesOn, a.changesOn) || byText(a.id, b.id));
      },
    },
    RegionChange: {
      region: looks.one('Region', 'regionId'),
      otherRegion: looks.one('Region', 'otherRegionId'),
      on: ({ changesOn }) => changesOn,
      municipalities: (change) => {
        const going = rows
          .all('municipalityRegions')
          .filter(({ validFrom, regionId }) => validFrom === change.changesOn && regionId === to(change))
          .map(({ municipalityId }) => rows.byId('Municipality', municipalityId)!)
          .filter((municipality) => before(municipality, change.changesOn) === from(change));
        return looks.sorted('Municipality', 'NAME', going);
      },
      networks: (change) =>
        rows
          .all('RegionAgreement')
          .filter(
            ({ kind, askedBy, regionId }) => kind === 'MOVES' && askedBy === null && regionId === to(change),
          )
          .filter(({ homeRegionId }) => below(from(change)).has(homeRegionId))
          .sort((a, b) => byText(a.askedOn, b.askedOn) || byText(a.id, b.id)),
      people: (change) =>
        rows
          .all('PersonMove')
          .filter(({ because, movedOn }) => because === 'REORGANISED' && movedOn === change.changesOn)
          .filter(
            ({ fromRegionId, toRegionId }) =>
              toRegionId === to(change) && below(from(change)).has(fromRegionId),
          )
          .sort((a, b) => byText(a.id, b.id)),
    },
  };
}

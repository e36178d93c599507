/** A place in a picture, in its units. */
export type Place = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/**
 * Fills a picture with one rectangle a value, as large as the value's share, as square as may be (Bruls, Huizing, van Wijk:
 * Squarified Treemaps). Values are positive and in falling order; the places come in the same order.
 */
export function treemap(values: readonly number[], width: number, height: number): readonly Place[] {
  const total = values.reduce((sum, value) => sum + value, 0);
  if (total <= 0 || width <= 0 || height <= 0) return [];
  const areas = values.map((value) => (value / total) * width * height);
  const places: Place[] = [];
  let rest: Place = { x: 0, y: 0, width, height };
  while (places.length < areas.length) {
    const side = Math.min(rest.width, rest.height);
    const row = rowOf(areas.slice(places.length), side);
    const [rowPlaces, left] = laidOut(row, rest);
    places.push(...rowPlaces);
    rest = left;
  }
  return places;
}

/** As many areas as make the worst of them no longer and thinner. */
function rowOf(areas: readonly number[], side: number): readonly number[] {
  let count = 1;
  while (count < areas.length && worst(areas.slice(0, count + 1), side) <= worst(areas.slice(0, count), side))
    count += 1;
  return areas.slice(0, count);
}

/** The longest side against the shortest, of the worst rectangle of a row. */
function worst(row: readonly number[], side: number): number {
  const thickness = row.reduce((sum, area) => sum + area, 0) / side;
  return Math.max(...row.map((area) => Math.max(thickness ** 2 / area, area / thickness ** 2)));
}

function laidOut(row: readonly number[], rest: Place): readonly [readonly Place[], Place] {
  const sum = row.reduce((total, area) => total + area, 0);
  const isColumn = rest.width >= rest.height;
  const thickness = sum / (isColumn ? rest.height : rest.width);
  let at = isColumn ? rest.y : rest.x;
  const places = row.map((area) => {
    const length = area / thickness;
    const place = isColumn
      ? { x: rest.x, y: at, width: thickness, height: length }
      : { x: at, y: rest.y, width: length, height: thickness };
    at += length;
    return place;
  });
  const left = isColumn
    ? { ...rest, x: rest.x + thickness, width: rest.width - thickness }
    : { ...rest, y: rest.y + thickness, height: rest.height - thickness };
  return [places, left];
}

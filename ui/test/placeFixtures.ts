// Two places as a real station tells them: a shelf with two units on it, and the dock with one.

import type { Place, PlaceRow } from "../src/ipc/types.generated";

const shelf: Place = { id: "p-a3", code: "A-03", name: "left of the door", kind: "shelf", is_active: true };

export const places: PlaceRow[] = [
  { place: shelf, units: 2 },
  { place: { ...shelf, id: "p-dock", code: "DOCK", name: "", kind: "dock" }, units: 1 },
];

export function place(id: string): Place {
  return places.find((row) => row.place.id === id)?.place ?? shelf;
}

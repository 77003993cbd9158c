import { curveMonotoneX, line } from "d3-shape";

export interface Level {
  minute: number;
  millimetres: number;
}

/** The path of today's curve in a box of the given size; an empty day has an empty path. */
export function path(levels: readonly Level[], width: number, height: number): string {
  if (levels.length === 0) return "";
  const heights = levels.map((level) => level.millimetres);
  const low = Math.min(...heights);
  const span = Math.max(1, Math.max(...heights) - low);
  const draw = line<Level>()
    .x((level) => (level.minute / 1440) * width)
    .y((level) => height - ((level.millimetres - low) / span) * height)
    .curve(curveMonotoneX);
  return draw([...levels]) ?? "";
}

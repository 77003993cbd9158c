import { path, type Level } from "./curve";

export function App({ levels }: { levels: Level[] }) {
  return (
    <svg viewBox="0 0 1440 400" role="img" aria-label="Today's tide">
      <path d={path(levels, 1440, 400)} fill="none" stroke="currentColor" />
    </svg>
  );
}

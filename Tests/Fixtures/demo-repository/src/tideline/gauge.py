"""The serial protocol of the gauge: one line per reading, `$L,<millimetres>,<checksum>`."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Reading:
    millimetres: int


class BadReading(ValueError):
    """A line that the gauge cannot have meant."""


def parse(line: str) -> Reading:
    try:
        tag, level, checksum = line.strip().split(",")
    except ValueError:
        raise BadReading(f"not three fields: {line!r}") from None
    if tag != "$L":
        raise BadReading(f"not a level: {line!r}")
    if sum(level.encode()) % 256 != int(checksum, 16):
        raise BadReading(f"wrong checksum: {line!r}")
    return Reading(int(level))

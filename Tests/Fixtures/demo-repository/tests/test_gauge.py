import pytest

from tideline.gauge import BadReading, Reading, parse


def test_a_good_line_gives_its_level():
    assert parse("$L,1234,ca\n") == Reading(1234)


def test_a_wrong_checksum_is_refused():
    with pytest.raises(BadReading):
        parse("$L,1234,00")

from overtone.measure.regions import REGIONS


def test_every_member_of_the_united_nations_has_one_region() -> None:
    assert len(REGIONS) >= 193
    assert {REGIONS[s] for s in ("kz", "kg", "tj")} == {"central-asia"}
    assert (REGIONS["by"], REGIONS["am"]) == ("eastern-europe", "western-asia")

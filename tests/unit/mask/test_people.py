import pytest

from extproc.mask.people import People, is_full


def knowing(*names: str) -> People:
    people = People()
    for name in names:
        people.know(name)
    return people


@pytest.mark.parametrize("name", ["maria", "lopez", "lopez,", "maria lopez", "lopez, maria", "lopez maria"])
def test_a_whole_name_in_any_order_and_each_of_its_words_mean_one_person(name: str) -> None:
    people = knowing("maria lopez", "juan okafor", "wei")
    assert people.meant(name) == people.meant("maria lopez")


@pytest.mark.parametrize("name", ["zhang", "mar", "m.", "m", "wei", "", " ", ","])
def test_a_part_that_fits_nobody_means_nobody(name: str) -> None:
    assert knowing("m. lopez", "m lopez", "wei").meant(name) is None


def test_a_part_that_fits_two_means_nobody_and_the_other_part_still_one() -> None:
    people = knowing("maria lopez", "juan lopez")
    assert people.meant("lopez") is None
    assert people.meant("juan") == people.meant("juan lopez")


@pytest.mark.parametrize(
    "other", ["maria e. lopez", "maria elena lopez", "maria maria lopez", "maria lopes", "ana lopez"]
)
def test_any_other_word_makes_another_person(other: str) -> None:
    people = knowing("maria lopez", other)
    assert people.meant("maria lopez") != people.meant(other)


def test_one_person_known_twice_is_one() -> None:
    assert knowing("maria lopez", "lopez, maria").meant("lopez") is not None


def test_a_full_name_has_two_words() -> None:
    assert is_full("maria lopez")
    assert is_full("lopez, maria")
    assert not is_full("lopez,")
    assert not is_full("")

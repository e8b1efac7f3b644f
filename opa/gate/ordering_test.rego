package gate.ordering_test

import data.gate.ordering

test_numbers_are_compared_as_numbers if {
	ordering.highest([365, 2190]) == 2190
	ordering.highest([2190, 365]) == 2190
	ordering.highest({9, 10, 100}) == 100
	ordering.highest([-1, -2]) == -1
	ordering.highest([9.5, 10]) == 10
	ordering.highest([3, 3]) == 3
}

test_nothing_has_no_greatest if {
	not ordering.highest([])
}

test_a_text_is_not_above_a_number if {
	not ordering.highest([1, "2"])
	not ordering.highest(["2"])
}

test_what_is_sorted_can_be_compared if {
	ordering.sorted({"b", "a"}) == ["a", "b"]
	ordering.sorted(["b", "a"])[0] == "a"
	ordering.sorted(["b", 1, null, "a"]) == ["a", "b"]
	ordering.sorted(set()) == []
}

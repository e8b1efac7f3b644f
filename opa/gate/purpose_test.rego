package gate.purpose_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.query
import data.gate.fixtures_test.wardgate
import data.gate.ground
import data.gate.purpose

ids contains reason.id if some reason in purpose.reasons

from_header := {"purpose": {"code": "TREATMENT", "source": "header"}}

test_a_role_has_a_default_purpose if {
	purpose.of("researcher") == "RESEARCH" with input as query with data.wardgate as wardgate
}

test_a_stated_purpose_counts_for_every_role if {
	stated := {"purpose": {"code": "PAYMENT", "source": "claim"}}
	purpose.of("researcher") == "PAYMENT" with input as asking(stated) with data.wardgate as wardgate
}

test_a_claim_is_believed if {
	ids == set() with input as asking({"purpose": {"code": "TREATMENT", "source": "claim"}}) with data.wardgate as wardgate
}

test_a_header_is_not_believed if {
	ids == {"purpose_not_believed"} with input as asking(from_header) with data.wardgate as wardgate
}

test_a_header_of_a_named_subject_is_believed if {
	named := object.union(from_header, {"identity": {"subject": "portal"}})
	ids == set() with input as asking(named) with data.wardgate as wardgate
}

test_no_purpose_at_all_is_not_believed if {
	ids == {"purpose_not_believed"} with input as object.remove(query, ["purpose"]) with data.wardgate as wardgate
}

test_the_ground_is_that_of_the_purpose if {
	some reason in ground.reasons with input as query with data.wardgate as wardgate
	reason.id == "for_treatment"
	reason.effect == "allow"
}

test_a_purpose_without_a_ground_gives_none if {
	stated := {"identity": {"groups": ["analysts"]}}
	count(ground.reasons) == 0 with input as asking(stated) with data.wardgate as wardgate
}

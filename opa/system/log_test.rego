package system.log_test

import data.system.log

event := {
	"decision_id": "opa-1",
	"input": {"schema": "wardgate.input/v1", "decision_id": "dec-1", "identity": {"subject": "dr.lee"}},
	"result": {"verdict": "deny"},
}

test_who_asked_is_erased_and_what_correlates_is_not if {
	masked := log.mask with input as event
	masked == {
		"/input/identity/subject",
		"/input/identity/on_behalf_of",
		"/input/identity/session",
		"/input/request/digest",
		"/nd_builtin_cache",
	}
}

test_all_of_another_question_is_erased if {
	every other in [{"input": {"schema": "other/v1"}}, {"input": {}}, {"input": "text"}, {}] {
		masked := log.mask with input as other
		masked == {"/input", "/result", "/nd_builtin_cache"}
	}
}

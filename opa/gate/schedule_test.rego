package gate.schedule_test

import data.gate.fixtures_test.asking
import data.gate.fixtures_test.holding
import data.gate.fixtures_test.query
import data.gate.fixtures_test.replacing
import data.gate.fixtures_test.wardgate
import data.gate.schedule

ids contains reason.id if some reason in schedule.reasons

on := holding({"schedule": {"on": true}})

at(hour, weekday) := asking({"local": {"hour": hour, "weekday": weekday}})

test_it_is_off if {
	ids == set() with input as at(3, 6) with data.wardgate as wardgate
}

test_a_role_has_its_hours if {
	ids == set() with input as at(10, 2) with data.wardgate as on
	ids == {"outside_hours"} with input as at(11, 2) with data.wardgate as on
	ids == {"outside_hours"} with input as at(10, 3) with data.wardgate as on
}

test_a_role_without_hours_has_none if {
	analyst := object.union(at(10, 2), {"identity": {"groups": ["analysts"]}})
	ids == {"outside_hours"} with input as analyst with data.wardgate as on
}

test_a_query_that_says_no_time_is_outside if {
	ids == {"outside_hours"} with input as object.remove(query, ["local"]) with data.wardgate as on
}

test_without_data_nothing_is_open if {
	ids == {"outside_hours"} with input as query with data.wardgate as replacing("schedule", {})
}

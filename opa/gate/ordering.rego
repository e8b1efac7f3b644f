# METADATA
# title: Ordering
# description: >-
#   The greatest of several numbers, and texts in their order, written so that both engines find the same: the embedded
#   one takes numbers for texts in `max`, and what it sorts stays a set where it was one.
# custom:
#   citation: 45 CFR 164.502(b)
package gate.ordering

# METADATA
# title: The greatest
# description: Of nothing, or where one of them is no number, there is none.
highest(numbers) := top if {
	some top in numbers
	is_number(top)
	every number in numbers {
		is_number(number)
		number <= top
	}
}

# METADATA
# title: Texts in their order
# description: What is no text is left out.
sorted(words) := sort([word | some word in words; is_string(word)])

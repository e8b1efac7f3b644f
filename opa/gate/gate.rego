# METADATA
# scope: subpackages
# title: Wardgate's request policy
# description: >-
#   What may be sent to which model, by whom, for what, and masked how. One package a concern; each holds positive
#   rules (what is right) and `reasons` (a reason for each positive rule that is not true). Because a reason is the
#   negation of what must hold, anything missing in the query or in the data is a reason, and a reason is a denial.
# schemas:
#   - input: schema.input
package gate

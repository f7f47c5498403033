package report

// Ends is ends, for tests.
var Ends = ends

// MonthsOn, Possible and Letters are what the tests ask directly.
var (
	MonthsOn = monthsOn
	Possible = possible
	Letters  = letters
)

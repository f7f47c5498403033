package report

// Ends is ends, for tests.
var Ends = ends

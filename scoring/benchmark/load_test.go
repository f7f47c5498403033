package benchmark_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring/benchmark"
)

// Each case breaks the shipped figures in one place; those with a warning are still taken.
func TestBrokenFigures(t *testing.T) {
	text, err := os.ReadFile(data + "benchmarks/dii.yaml")
	if err != nil {
		t.Fatal(err)
	}
	b := bank(t)
	for _, x := range []struct {
		code, old, new string
		taken          bool
	}{
		{"benchmark-sum", "{very-low: 29.01, low: 37.83,", "{very-low: 2.901, low: 37.83,", false},
		{"benchmark-sum", "{very-low: 29.01, low: 37.83,", "{very-low: 29.31, low: 37.83,", true},
		{"benchmark-basic", "basic: 70.99}", "basic: 79.09}", false},
		{"benchmark-basic", "basic: 70.99}", "basic: 71.19}", true},
		{"missing-field", "very-high: 7.94}", "}", false},
		{"unknown-field", "very-high: 7.94}", "very-high: 7.94, highest: 0}", false},
		{"wrong-kind", "very-low: 29.01,", "very-low: viel,", false},
		{"bad-word", "{country: DE, group: 10-49, shares: {very-low: 29.01", "{country: DD, group: 10-49, shares: {very-low: 29.01", false},
		{"bad-word", "{country: DE, group: 10-49, shares: {very-low: 29.01", "{country: DE, group: 10-94, shares: {very-low: 29.01", false},
		{"duplicate-id", "{country: DE, group: 50-249, shares: {very-low: 11.88", "{country: DE, group: 10-49, shares: {very-low: 11.88", false},
		{"bad-word", "kind: measured", "kind: guessed", false},
		{"bad-word", "bank: dii", "bank: di", false},
		{"missing-field", "  retrieved: unknown", "", false},
		{"wrong-kind", "retrieved: unknown", "retrieved: neulich", false},
		{"missing-field", "  enterprises: unknown", "", false},
		{"missing-field", "    comparable: true\n", "", false},
		{"unknown-question", "when: {employees: [small]}", "when: {employes: [small]}", false},
		{"unknown-option", "when: {employees: [small]}", "when: {employees: [tiny]}", false},
		{"translation-missing", "en: \"in Germany\"", "en: \"\"", false},
		{"yaml-bracket", "groups:", "groups: [", false},
	} {
		if !strings.Contains(string(text), x.old) {
			t.Fatalf("%q is not in the file", x.old)
		}
		var d source.Diagnostics
		files := fstest.MapFS{"dii.yaml": {Data: []byte(strings.Replace(string(text), x.old, x.new, 1))}}
		if got := benchmark.Load(files, b, &d); (got != nil) != x.taken {
			t.Errorf("%s for %q: taken %v", x.code, x.new, got != nil)
		}
		found := false
		for _, f := range d.All() {
			found = found || f.Code == x.code
		}
		if !found {
			t.Errorf("%q: no %s in %v", x.new, x.code, d.All())
		}
	}
}

// A known day and a known number are read as such.
func TestKnownFacts(t *testing.T) {
	text, err := os.ReadFile(data + "benchmarks/dii.yaml")
	if err != nil {
		t.Fatal(err)
	}
	known := strings.NewReplacer("retrieved: unknown", "retrieved: 2026-01-15", "enterprises: unknown", "enterprises: 12345").Replace(string(text))
	var d source.Diagnostics
	c := benchmark.Load(fstest.MapFS{"dii.yaml": {Data: []byte(known)}}, bank(t), &d)
	if c == nil || c.Benchmark().Source.Retrieved.String() != "2026-01-15" || c.Benchmark().Population.Enterprises != 12345 {
		t.Errorf("%v", d.All())
	}
}

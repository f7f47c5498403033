package sense_test

import (
	"os"
	"path"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring/benchmark"
	"digitalkompass/scoring/offer"
	"digitalkompass/scoring/sense"
)

const root = "../../data"

// shipped are the banks of the program, by id.
func shipped(t testing.TB) map[string]*questionnaire.Bank {
	t.Helper()
	out := map[string]*questionnaire.Bank{}
	entries, err := os.ReadDir(path.Join(root, "banks"))
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		var d source.Diagnostics
		b := questionnaire.Load(os.DirFS(path.Join(root, "banks", e.Name())), &d)
		if b == nil {
			t.Fatal(written(d.All()))
		}
		out[e.Name()] = b
	}
	return out
}

// surroundings are all that looks at a shipped bank's answers.
func surroundings(t testing.TB, b *questionnaire.Bank, all map[string]*questionnaire.Bank) sense.Around {
	t.Helper()
	var d source.Diagnostics
	out := sense.Around{}
	if b.Module(offer.First) != nil {
		out.Offers = offer.Load(os.DirFS(path.Join(root, "offers")), b, &d)
	}
	figures := benchmark.Load(os.DirFS(path.Join(root, "benchmarks")), b, &d)
	if d.Failed() {
		t.Fatal(written(d.All()))
	}
	out.Looks, out.Fields = figures.Looks()
	for id, other := range all {
		if id != b.About.ID {
			same, looks := other.Borrowed(b)
			out.Looks, out.Fields = append(out.Looks, looks...), append(out.Fields, same...)
		}
	}
	return out
}

func TestShippedBanksMakeSense(t *testing.T) {
	all := shipped(t)
	for id, b := range all {
		for _, x := range look(t, os.DirFS(path.Join(root, "banks", id)), surroundings(t, b, all)) {
			if strings.HasPrefix(x.Code, "sense-") {
				t.Errorf("%s: %s", id, written([]source.Diagnostic{x}))
			}
		}
	}
}

func BenchmarkCheck(b *testing.B) {
	all := shipped(b)
	for id, bank := range all {
		around := surroundings(b, bank, all)
		b.Run(id, func(b *testing.B) {
			for b.Loop() {
				look(b, os.DirFS(path.Join(root, "banks", id)), around)
			}
		})
	}
}

package sheet

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/unicode/bidi"
)

// Without brackets the library is right about which way a character runs: ten thousand lines agree with it.
func TestLevelsAgreeWithTheLibrary(t *testing.T) {
	letters := []rune("ab אב عر 12 ,.-+%€ ٣٤ ָ̃ !„“")
	draw := rand.New(rand.NewPCG(1, 2))
	for range 10_000 {
		var line strings.Builder
		line.WriteRune('x') // the line runs to the right
		for range 1 + draw.IntN(12) {
			line.WriteRune(letters[draw.IntN(len(letters))])
		}
		line.WriteRune('x') // the library leaves what ends a line to others
		var p bidi.Paragraph
		if _, err := p.SetString(line.String()); err != nil {
			t.Fatal(err)
		}
		order, err := p.Order()
		if err != nil {
			t.Fatal(err)
		}
		var want []bool
		for i := range order.NumRuns() {
			run := order.Run(i)
			for range []rune(run.String()) {
				want = append(want, run.Direction() == bidi.RightToLeft)
			}
		}
		for i, l := range levels([]rune(line.String())) {
			if (l%2 == 1) != want[i] {
				t.Fatalf("%q: character %d at level %d, the library says to the left: %v", line.String(), i, l, want[i])
			}
		}
	}
}

func TestBracketsFindTheirPartner(t *testing.T) {
	for line, want := range map[string]int{"": 0, "()": 1, "([)]": 1, "[()]": 2, ")(": 0, "((": 0, "(()": 1} {
		is := make([]bidi.Class, len(line))
		set(is, bidi.ON)
		if got := pairs([]rune(line), is); len(got) != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}

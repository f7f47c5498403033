package report

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"digitalkompass/scoring"
)

// namedSteps is how many steps of a way are named in its sentence; of more it is the first one.
const namedSteps = 3

// Ways say what leads to the next stage, and to the one after, a sentence each; none where no way is known. The steps to
// the next stage are named, for the sentence may stand above a list that begins with another one.
func (w Words) Ways() []string {
	var out []string
	for i, x := range w.r.Ways {
		n := len(x.Steps)
		if n == 0 {
			continue
		}
		key := "way.next"
		switch {
		case i > 0:
			key = "way.after"
		case n > namedSteps:
			key = "way.longer"
		}
		s := capital(w.T(key, "n", n, "k", w.count(n), "days", w.Effort(x.Effort), "stage", x.Stage, "list", w.titles(x.Steps))) + "."
		if i > 0 && slices.ContainsFunc(x.Steps, w.unlisted) {
			s += " " + w.T("way.rest")
		}
		if !x.Proven {
			s += " " + w.T("way.unproven")
		}
		out = append(out, s)
	}
	return out
}

// unlisted says whether a step is not among the next steps, because others come before it.
func (w Words) unlisted(s scoring.Step) bool {
	return !slices.ContainsFunc(w.r.NextSteps, func(x scoring.Step) bool { return x.Measure.ID == s.Measure.ID })
}

// titles name steps; of many only the first one.
func (w Words) titles(steps []scoring.Step) string {
	var names []string
	for _, s := range steps {
		names = append(names, w.T("way.step", "title", s.Measure.Title))
	}
	if len(names) > namedSteps {
		names = names[:1]
	}
	return strings.Join(names, "; ")
}

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// count is a small number in words.
func (w Words) count(n int) string {
	if key := "number." + strconv.Itoa(n); w.Has(key) {
		return w.T(key)
	}
	return w.Int(n)
}

// Effort is the working days that something takes, in words: as exactly as the staff is known, else so many for each person.
func (w Words) Effort(e scoring.Effort) string {
	e = w.told(e)
	switch {
	case e.Low == nil && e.Days.Sign() == 0:
		return w.days("days.per-person", e.PerPerson)
	case e.Low == nil:
		return w.days("days.and-per-person", e.Days, "each", e.PerPerson)
	case e.High == nil:
		return w.days("days.at-least", e.Low)
	case e.Low.Cmp(e.High) < 0:
		return w.days("days.range", e.High, "low", e.Low)
	}
	return w.days("report.days", e.Low)
}

// told is an effort as far as it may be told.
func (w Words) told(e scoring.Effort) scoring.Effort {
	if w.unstaffed {
		return e.Unstaffed()
	}
	return e
}

// days is a message about a number of days, x.
func (w Words) days(key string, x *big.Rat, more ...any) string {
	n := 2
	if x.Cmp(big.NewRat(1, 1)) == 0 {
		n = 1
	}
	return w.T(key, append(more, "n", n, "x", x)...)
}

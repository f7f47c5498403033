package report_test

import (
	"fmt"
	"math/big"
	"slices"
	"strings"
	"testing"

	"digitalkompass/report"
)

// The way adds up: what is reached at the end is the start and all gains, and the days are those of the way.
func TestTheWayAddsUp(t *testing.T) {
	shown := 0
	for _, s := range german(t) {
		path, ok := report.Path{}, false
		for _, b := range deep(partOf(s.doc, "measures").Blocks) {
			if p, is := b.(report.Path); is {
				path, ok = p, true
			}
		}
		if ways := s.Result.Ways; len(ways) == 0 || len(ways[0].Steps) < 2 {
			if ok {
				t.Errorf("%s: a picture without a way", s.Name)
			}
			continue
		}
		shown++
		way, sum := s.Result.Ways[0], 0.0
		reached := new(big.Rat).Set(s.Result.Total.Score)
		for i, step := range way.Steps {
			reached.Add(reached, step.Gain)
			sum += path.Steps[i].Days
		}
		days, _ := way.Effort.Low.Float64()
		last := path.Steps[len(path.Steps)-1]
		if len(path.Steps) != len(way.Steps) || sum != days || last.Reached != report.NewWords(s.Result, nil, s.Printer).Total().Exact(reached) || !strings.Contains(path.Goal, last.Label) {
			t.Errorf("%s: %d steps, %v of %v days, %s of %s, %q", s.Name, len(path.Steps), sum, days, last.Reached, reached.FloatString(2), path.Goal)
		}
		if next := s.Result.StageOf(way.Stage); !next.Reaches(reached) {
			t.Errorf("%s: the way ends at %s, below stage %d", s.Name, reached.FloatString(2), way.Stage)
		}
	}
	if shown < 5 {
		t.Errorf("only %d ways were shown", shown)
	}
}

// Who sees no answers does not see what is reached on the way either: it tells where the way begins.
func TestTheWayTellsNothingOfAnswers(t *testing.T) {
	w := world(t)
	for _, c := range german(t) {
		d := tellOf(w, c.Result, audience(t, "bank"), c.Printer)
		for _, b := range deep(partOf(d.document, "measures").Blocks) {
			if p, ok := b.(report.Path); ok && slices.ContainsFunc(p.Steps, func(s report.PathStep) bool { return s.Reached != "" }) {
				t.Errorf("%s: %v", c.Name, p.Steps)
			}
		}
	}
}

// The groups of the heat map and the count of their steps agree.
func TestStepsAreCounted(t *testing.T) {
	for _, s := range german(t) {
		for _, b := range partOf(s.doc, "heat").Blocks {
			h, ok := b.(report.HeatMap)
			if !ok {
				continue
			}
			n := 0
			for _, g := range h.Groups[:len(h.Groups)-1] {
				for _, r := range g.Rows {
					if r.Strip.State != report.StepNone {
						n++
					}
				}
			}
			if count := h.Groups[len(h.Groups)-1]; count.Value.Text != fmt.Sprint(n) {
				t.Errorf("%s: %s of %d", s.Name, count.Value.Text, n)
			}
		}
	}
}

package cli

import (
	"encoding/json"
	"fmt"
	"math/big"

	"digitalkompass/cmd/internal/plain"
	"digitalkompass/questionnaire"
	"digitalkompass/report"
	"digitalkompass/scoring/stream"
)

// summary writes the totals of a stream.
func (a *app) summary(forms []stream.Form, t *stream.Totals) error {
	if a.opts.format == "json" {
		enc := json.NewEncoder(a.env.Out)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(newSummary(forms, t))
	}
	say := func(key string, args ...any) { fmt.Fprintln(a.env.Out, clean(a.p.T(key, args...))) }
	say("stream.lines", "n", t.Lines, "m", t.Errors)
	if t.Dropped > 0 {
		say("stream.dropped", "n", t.Dropped)
	}
	if t.Results() == 0 {
		return nil
	}
	for i, s := range ladder(forms) {
		say("stream.stage", "n", i+1, "name", s.Title, "k", t.Stages[i+1], "p", a.percent(t.Stages[i+1], t.Results()))
	}
	say("stream.no-stage", "k", t.Stages[0], "p", a.percent(t.Stages[0], t.Results()))
	if mean := t.Mean(); mean != nil {
		say("stream.mean", "p", a.p.Rounded(mean, 1))
	}
	say("stream.certain", "p", a.percent(t.Certain, t.Results()))
	fmt.Fprintln(a.env.Out, plain.Coverage(t.Coverage, a.p))
	return nil
}

// ladder are the stages of the bank, or of the variant that has more.
func ladder(forms []stream.Form) []questionnaire.Stage {
	var out []questionnaire.Stage
	for _, f := range forms {
		if len(f.Bank.Stages) > len(out) {
			out = f.Bank.Stages
		}
	}
	return out
}

func (a *app) percent(n, of int) string { return a.p.Rounded(big.NewRat(int64(n)*100, int64(of)), 1) }

// summary are the totals for machines, with the names of the full record where they occur in it.
type (
	summary struct {
		Lines    int                   `json:"lines"`
		Errors   int                   `json:"errors"`
		Dropped  int                   `json:"dropped"`
		Score    *report.Number        `json:"score"`
		Stages   []stageCount          `json:"stages"`
		NoStage  int                   `json:"no_stage"`
		Certain  *report.Number        `json:"certain"`
		Coverage report.RecordCoverage `json:"coverage"`
	}
	stageCount struct {
		Level int    `json:"level"`
		ID    string `json:"id"`
		N     int    `json:"n"`
	}
)

func newSummary(forms []stream.Form, t *stream.Totals) summary {
	c := t.Coverage
	out := summary{Lines: t.Lines, Errors: t.Errors, Dropped: t.Dropped, Stages: []stageCount{}, NoStage: t.Stages[0],
		Coverage: report.RecordCoverage{Answered: c.Answered, Unknown: c.Unknown, NotApplicable: c.NotApplicable, Open: c.Open, Asked: c.Asked}}
	if mean := t.Mean(); mean != nil {
		out.Score = &report.Number{Rat: mean}
	}
	if sure := t.Sure(); sure != nil {
		out.Certain = &report.Number{Rat: sure}
	}
	for i, s := range ladder(forms) {
		out.Stages = append(out.Stages, stageCount{s.Level, s.ID, t.Stages[i+1]})
	}
	return out
}

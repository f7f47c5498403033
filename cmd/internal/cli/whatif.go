package cli

import (
	"fmt"
	"math/big"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/json"
	"digitalkompass/scoring"
)

// whatIf shows what other answers would change; the file stays as it is.
func (a *app) whatIf(o *office, now *questionnaire.Assessment) error {
	next := now
	for _, text := range a.opts.set {
		set, wrong := questionnaire.Set(o.bank, next, text)
		if wrong != nil {
			return a.wrongSetting(text, wrong)
		}
		next = set
	}
	before, advice := o.Evaluate(now)
	after, then := o.Evaluate(next)
	d := scoring.Differences(before, after)
	if a.opts.format == "json" {
		return json.WriteWhatIf(a.env.Out, report.NewRecordWhatIf(d, advice, then, a.p))
	}
	a.printWhatIf(d)
	return nil
}

func (a *app) wrongSetting(text string, w *questionnaire.Wrong) error {
	switch w.Code {
	case "form", "question", "row", "option":
		return a.unknown("usage.set-"+w.Code, w.Name, w.Known)
	}
	return a.fail(exitUsage, "usage.set", "x", text, "why", a.p.Message("answer.", i18n.Msg(w.Code, w.Args...)))
}

func (a *app) printWhatIf(d scoring.WhatIf) {
	out := a.env.Out
	words := report.NewWords(d.After, nil, a.p)
	if d.Before.Stage.Level != d.After.Stage.Level {
		fmt.Fprintln(out, a.p.T("whatif.stage", "a", a.level(d.Before), "b", a.level(d.After)))
	}
	for _, c := range d.Changes {
		g, name := words.Total(), a.p.T("whatif.total")
		if dim := d.After.Dimension(c.Dimension); dim != nil {
			g, name = words.Area(c.Of), a.p.Text(dim.Dimension.Title)
		}
		fmt.Fprintln(out, clean(a.p.T("whatif.score", "what", name, "a", a.points(g, c.Before.Score), "b", a.points(g, c.After.Score))))
	}
	if len(d.Changes) == 0 {
		fmt.Fprintln(out, a.p.T("whatif.nothing"))
	}
	for key, ids := range map[string][]string{"whatif.asked": d.Asked, "whatif.hidden": d.Hidden} {
		for _, id := range ids {
			fmt.Fprintln(out, clean(a.p.T(key, "q", d.After.Bank.Question(id).Wording.Short)))
		}
	}
}

// level is a stage in words, with its number.
func (a *app) level(r *scoring.Result) string {
	s := r.StageOf(r.Stage.Level)
	if s == nil {
		return a.p.T("whatif.none")
	}
	return a.p.T("whatif.level", "n", s.Level, "name", s.Title)
}

func (a *app) points(g report.Gauge, x *big.Rat) string {
	if x == nil {
		return a.p.T("whatif.none")
	}
	return g.Exact(x)
}

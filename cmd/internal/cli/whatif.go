package cli

import (
	"fmt"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/json"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
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
	a.printWhatIf(d, advice, then)
	return nil
}

func (a *app) wrongSetting(text string, w *questionnaire.Wrong) error {
	switch w.Code {
	case "form", "question", "row", "option":
		return a.unknown("usage.set-"+w.Code, w.Name, w.Known)
	}
	return a.fail(exitUsage, "usage.set", "x", text, "why", a.p.Message("answer.", i18n.Msg(w.Code, w.Args...)))
}

// printWhatIf writes what differs: stage and how sure it is, scores, module, then the questions in the order of the bank.
func (a *app) printWhatIf(d scoring.WhatIf, before, after *offer.Advice) {
	line := func(key string, args ...any) { fmt.Fprintln(a.env.Out, clean(a.p.T(key, args...))) }
	words := report.NewWords(d.After, nil, a.p)
	if d.Before.Stage != d.After.Stage {
		line("whatif.stage", "a", a.level(d.Before), "b", a.level(d.After))
	}
	switch staged := len(d.After.Bank.Stages) > 0; {
	case !staged || d.Before.Certain == d.After.Certain:
	case d.After.Certain:
		line("whatif.certain")
	case d.After.Stage.Level == 0:
		line("whatif.too-little")
	default:
		line("whatif.uncertain")
	}
	for _, c := range d.Changes {
		g, name := words.Of(c.Dimension), a.p.T("whatif.total")
		if dim := d.After.Dimension(c.Dimension); dim != nil {
			name = a.p.Text(dim.Dimension.Title)
		}
		line("whatif.score", "what", name, "a", a.points(g, c.Before), "b", a.points(g, c.After))
	}
	if len(d.Changes) == 0 {
		line("whatif.nothing")
	}
	if m, n := a.module(before), a.module(after); m != n {
		line("whatif.module", "a", m, "b", n)
	}
	for _, x := range []struct {
		key string
		ids []string
	}{{"whatif.asked", d.Asked}, {"whatif.hidden", d.Hidden}} {
		for _, id := range x.ids {
			line(x.key, "q", d.After.Bank.Question(id).Wording.Short)
		}
	}
}

// level is a stage in words, with its number and what is possible beside it.
func (a *app) level(r *scoring.Result) string {
	name := a.p.T("whatif.open")
	if s := r.StageOf(r.Stage.Level); s != nil {
		name = a.p.T("whatif.level", "n", s.Level, "name", s.Title)
	}
	if r.Certain {
		return name
	}
	if r.Stage.Low == r.Stage.High {
		return a.p.T("whatif.only", "x", name, "a", r.Stage.Low)
	}
	return a.p.T("whatif.range", "x", name, "a", r.Stage.Low, "b", r.Stage.High)
}

// points is a score with the ends of its interval, where it is not sure.
func (a *app) points(g report.Gauge, s scoring.Span) string {
	switch {
	case s.Low == nil:
		return a.p.T("whatif.out")
	case s.Sure():
		return g.Exact(s.Score)
	case s.Score == nil:
		return a.p.T("whatif.range", "x", a.p.T("whatif.open"), "a", g.Exact(s.Low), "b", g.Exact(s.High))
	}
	return a.p.T("whatif.range", "x", g.Exact(s.Score), "a", g.Exact(s.Low), "b", g.Exact(s.High))
}

// module is the name of the module that is recommended.
func (a *app) module(advice *offer.Advice) string {
	if best := advice.Best(); best != nil {
		return a.p.Text(best.Module.Title)
	}
	return a.p.T("whatif.no-module")
}

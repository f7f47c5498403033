package wizard

import (
	"math/big"
	"strconv"
	"strings"

	"digitalkompass/questionnaire"
)

// said is an answer in a few words, for lists and messages.
func (f frame) said(q *questionnaire.Question, a questionnaire.Answer) string {
	switch a.State {
	case questionnaire.Unknown:
		return f.T("state.unknown")
	case questionnaire.NotApplicable:
		return f.T("state.na")
	case questionnaire.Skipped:
		if q.Dimension == "" && q.Asking.Optional {
			return f.T("opt.refuse")
		}
		return f.T("state.open")
	case questionnaire.Answered:
		return f.value(q, a.Value)
	case questionnaire.Open:
	}
	return f.T("state.open")
}

// value is the content of an answer in a few words.
func (f frame) value(q *questionnaire.Question, v questionnaire.Value) string {
	switch q.Kind.Family() {
	case questionnaire.Figure:
		if v.Figure != nil {
			return f.figure(q, v.Figure)
		}
		if o := q.Option(v.Option); o != nil {
			return f.text(o.Text)
		}
	case questionnaire.AnyOf:
		return f.T("state.ticks", "n", len(v.Set))
	case questionnaire.Rows:
		if open := openRows(q, v); open > 0 {
			return f.T("state.rows", "n", open)
		}
		return f.T("rows.all", "n", len(q.Rows))
	case questionnaire.Line:
		return f.prep(oneLine(v.Text))
	case questionnaire.OneOf:
		if o := q.Option(v.Option); o != nil && q.Kind != questionnaire.Ladder {
			return f.text(o.Text)
		}
		return f.T("rev.value", "k", strconv.Itoa(q.Number(v.Option)))
	}
	return f.T("state.open")
}

// figure is a number with its unit.
func (f frame) figure(q *questionnaire.Question, x *big.Rat) string {
	switch q.Kind {
	case questionnaire.Share:
		return f.prep(f.P.Percent(x))
	case questionnaire.Money:
		return f.prep(f.P.Euro(new(big.Int).Div(new(big.Int).Mul(x.Num(), big.NewInt(100)), x.Denom()).Int64()))
	}
	if q.ID == questionnaire.FieldFounded { // a year needs no unit
		return x.RatString()
	}
	return strings.TrimSpace(f.prep(f.P.Number(x)) + " " + f.text(q.Wording.UnitOf(x)))
}

// full is an answer in full sentences, one per line.
func (f frame) full(q *questionnaire.Question, a questionnaire.Answer) []string {
	if a.State != questionnaire.Answered {
		return nil
	}
	var out []string
	add := func(lead, id string) {
		switch o := q.Option(id); {
		case o != nil:
			out = append(out, lead+f.text(o.Text))
		case id == questionnaire.RowUnknown:
			out = append(out, lead+f.T("state.unknown"))
		case id == questionnaire.RowNotApplicable:
			out = append(out, lead+f.T("state.na"))
		}
	}
	switch q.Kind.Family() {
	case questionnaire.AnyOf:
		for _, id := range a.Value.Set {
			add("", id)
		}
	case questionnaire.Rows:
		for _, r := range q.Rows {
			add(f.text(r.Text)+": ", a.Value.Rows[r.ID])
		}
	case questionnaire.OneOf, questionnaire.Figure:
		add("", a.Value.Option)
	case questionnaire.Line:
	}
	return out
}

func openRows(q *questionnaire.Question, v questionnaire.Value) int {
	n := 0
	for _, r := range q.Rows {
		if v.Rows[r.ID] == "" {
			n++
		}
	}
	return n
}

// short is a question's short title.
func (f frame) short(q *questionnaire.Question) string { return f.text(q.Wording.Short) }

// counts are the states of the questions asked.
type counts struct{ of, answered, unknown, na, open int }

func (f frame) counts() counts {
	var c counts
	for _, it := range f.Look.asked(questionnaire.SectionQuestions) {
		c.of++
		switch f.Look.settled(it.Question) {
		case questionnaire.Unknown:
			c.unknown++
		case questionnaire.NotApplicable:
			c.na++
		case questionnaire.Open, questionnaire.Skipped:
			c.open++
		case questionnaire.Answered:
			c.answered++
		}
	}
	return c
}

// countsListed are the states of everything that is listed, details too, as the filters count them.
func (f frame) countsListed() counts {
	var c counts
	for _, it := range f.Look.listing() {
		c.of++
		switch {
		case passes(f.Look, it.Question, filterOpen):
			c.open++
		case passes(f.Look, it.Question, filterUnknown):
			c.unknown++
		case f.Look.settled(it.Question) == questionnaire.NotApplicable:
			c.na++
		default:
			c.answered++
		}
	}
	return c
}

func (c counts) in(f frame) string {
	if f.W < 76 {
		return f.T("rev.few", "n", c.open, "m", c.of)
	}
	out := []string{f.T("rev.count.answered", "n", c.answered)}
	if c.unknown > 0 {
		out = append(out, f.T("rev.count.unknown", "n", c.unknown))
	}
	return strings.Join(append(out, f.T("rev.count.open", "n", c.open)), " · ")
}

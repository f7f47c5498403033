package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// Companies are the kinds of companies that a wish tells apart, one of each, without answers; nil where there are too many.
func (e *Engine) Companies(w Wish) []*questionnaire.Assessment {
	var out []*questionnaire.Assessment
	all := make([]bool, len(e.index.Items))
	for i := range all {
		all[i] = true
	}
	for _, sheet := range e.companies(w) {
		out = append(out, e.start(sheet).words(all))
	}
	return out
}

// companies are Companies in numbers.
func (e *Engine) companies(w Wish) []*questionnaire.Sheet {
	w.Company = nil
	x := &seeker{s: e.start(e.blank()), under: e.under(&w)}
	x.fields = e.fields(x.under, &w)
	var out []*questionnaire.Sheet
	x.company(0, func() bool {
		out = append(out, copied(x.s.sheet))
		return len(out) <= maxCompanies
	})
	if len(out) > maxCompanies {
		return nil
	}
	return out
}

// maxCompanies bounds how many kinds of companies are looked at one by one.
const maxCompanies = 2000

// company calls try for all kinds of companies, from a field on, until it says that this is enough.
func (x *seeker) company(i int, try func() bool) bool {
	if i == x.s.e.first {
		return try()
	}
	replies := x.fields[i]
	if st, _ := x.s.e.index.Standing(i, x.s.sheet); st != questionnaire.Asked || len(replies) == 0 {
		replies = []questionnaire.Reply{questionnaire.Blank()}
	}
	for k := range replies {
		x.s.sheet.Replies[i] = replies[k]
		if !x.company(i+1, try) {
			return false
		}
	}
	x.s.sheet.Replies[i] = questionnaire.Blank()
	return true
}

// fields are the replies to each profile field that matters, one of each kind: those that some condition tells apart.
func (e *Engine) fields(under []bool, w *Wish) [][]questionnaire.Reply {
	looks := w.demands()
	matters := make([]bool, e.first)
	copy(matters, under)
	note := func(c questionnaire.Clauses) {
		looks = append(looks, c)
		for _, i := range c.Items() {
			if i < e.first {
				matters[i] = true
			}
		}
	}
	for i := range e.index.Items {
		if under[i] {
			looks = append(looks, e.index.Conditions(i))
			if i >= e.first {
				looks = append(looks, e.shapes0(i).cases...)
			}
		}
	}
	if e.sized(under) {
		for _, c := range e.index.Classes() {
			note(c)
		}
	}
	for i := range e.nodes {
		looks = append(looks, e.nodes[i].cases...)
		for _, c := range e.nodes[i].bandSets {
			note(c)
		}
	}
	for again := true; again; { // a field may be asked only because of another one
		again = false
		for i := range matters {
			for _, k := range e.index.Conditions(i).Items() {
				if matters[i] && !matters[k] {
					note(e.index.Conditions(i))
					again = true
				}
			}
		}
	}
	out := make([][]questionnaire.Reply, e.first)
	for i, q := range e.index.Items[:e.first] {
		if w.Company != nil {
			out[i] = []questionnaire.Reply{q.Reply(w.Company.Get(q))}
		} else if matters[i] {
			out[i] = e.kinds(i, looks)
		}
	}
	return out
}

// sized says whether an item that matters differs by the company's size.
func (e *Engine) sized(under []bool) bool {
	for i := e.first; i < len(under); i++ {
		if under[i] && len(e.index.Items[i].Shapes()) > 1 {
			return true
		}
	}
	return false
}

// kinds are the replies to a profile field that clauses tell apart, one of each.
func (e *Engine) kinds(i int, looks []questionnaire.Clauses) []questionnaire.Reply {
	q := e.index.Items[i]
	var tests []questionnaire.Clauses
	var borders []*big.Rat
	for _, c := range looks {
		for _, all := range c {
			for _, t := range all {
				if t.Item == i {
					tests, borders = append(tests, questionnaire.Clauses{{t}}), append(borders, t.Borders()...)
				}
			}
		}
	}
	var all []questionnaire.Reply
	add := func(r questionnaire.Reply) {
		r.State = questionnaire.Answered
		all = append(all, r)
	}
	choose(q, add)
	if q.Range.Low != nil {
		around(q, borders, add)
	}
	if q.Asking.Optional || len(all) == 0 {
		all = append(all, questionnaire.Blank())
	}
	sheet := e.blank()
	none := make([]bool, len(e.index.Items))
	seen := map[string]bool{}
	return slices.DeleteFunc(all, func(r questionnaire.Reply) bool {
		sheet.Replies[i] = r
		var key []byte
		for _, t := range tests {
			key = append(key, byte(e.index.Outlook(t, sheet, none, false)), byte(e.index.Outlook(t, sheet, none, true)))
		}
		again := seen[string(key)]
		seen[string(key)] = true
		return again
	})
}

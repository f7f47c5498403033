package offer

import (
	"slices"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Project is what the company plans and has not begun, while another module than the one for projects is recommended: what
// came of looking at the offers that pay for it.
type Project struct {
	Planned int64     // euro cents; 0 when only a band is known, or nothing
	Band    i18n.Text // nil for none
	Offers  []OfferAdvice
	From    int // the stage from which a project comes first, where nothing but the stage is missing; else 0
}

// Open are its offers that can be named as a way to go.
func (p *Project) Open() []OfferAdvice {
	return slices.DeleteFunc(slices.Clone(p.Offers), func(o OfferAdvice) bool { return !o.Usable() })
}

// First is the one to ask about first: of those that take applications one that fits, else one that may fit; else one that may
// be open. Nil for none.
func (p *Project) First() *OfferAdvice {
	ways := []func(*OfferAdvice) bool{
		func(o *OfferAdvice) bool { return o.Usable() && o.Eligible == Yes },
		(*OfferAdvice).Usable,
		func(o *OfferAdvice) bool { return o.Status == StatusUnclear && o.Eligible != No },
	}
	for _, fits := range ways {
		for i := range p.Offers {
			if fits(&p.Offers[i]) {
				return &p.Offers[i]
			}
		}
	}
	return nil
}

// Ahead says how an application for any of its offers that are not closed to the company has to come before the project:
// AheadMust where one of them demands it.
func (p *Project) Ahead() Ahead {
	var out Ahead
	for _, o := range p.Offers {
		switch ahead := o.Offer.Apply.Ahead; {
		case o.Eligible == No || !ahead.Binding():
		case ahead == AheadMust:
			return ahead
		default:
			out = ahead
		}
	}
	return out
}

// For says whether a module is the one whose offers these are.
func (p *Project) For(m *ModuleAdvice) bool { return m.Module.ID == moduleGrant }

// project looks at what the company plans; nil where nothing is planned, or it is what is recommended for.
func (j *judge) project(a *Advice) *Project {
	switch best := a.Best(); {
	case j.chosen(questionnaire.FieldProject) != "describable" && j.chosen(questionnaire.FieldProject) != "offer":
		return nil
	case best != nil && best.Module.ID == moduleGrant:
		return nil
	}
	out := &Project{From: j.grantFrom()}
	if s, ok := j.figure(FieldVolume); ok {
		out.Band = j.band()
		if s.Low == s.High {
			out.Planned = cents(s.Low)
		}
	}
	for _, m := range a.Modules {
		if m.Module.ID == moduleGrant {
			out.Offers = slices.DeleteFunc(slices.Clone(m.Offers), func(o OfferAdvice) bool { return o.Status == StatusEnded })
		}
	}
	if len(out.Offers) == 0 {
		return nil
	}
	return out
}

// grantFrom is the stage that the row for projects asks for, where the company does not reach it and all else of it holds.
func (j *judge) grantFrom() int {
	for _, r := range j.c.Rules {
		if r.First == moduleGrant && j.r.Stage.Level > 0 && j.r.Stage.Level < r.Stage && r.When.Certain(j.b, j.a) && j.reaches(r.Scores) {
			return r.Stage
		}
	}
	return 0
}

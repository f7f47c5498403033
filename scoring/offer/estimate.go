package offer

import (
	"math/big"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// estimate is the most that an offer may pay for the planned project, or nil where it pays for none.
func (j *judge) estimate(o *Offer) *Estimate {
	f := o.Funding
	if f == nil || !f.Project {
		return nil
	}
	s, ok := j.figure(FieldVolume)
	if !ok {
		return &Estimate{Reason: because("estimate-no-volume")}
	}
	e := &Estimate{Band: j.band()}
	if s.Low == s.High {
		e.Planned = cents(s.Low)
	}
	high := s.Low
	if s.High != nil {
		high = s.High
	}
	switch {
	case f.Floor > 0 && cents(high) < f.Floor, f.Floor > 0 && e.Planned == 0 && s.High != nil && cents(s.High) <= f.Floor:
		e.Reason = because("estimate-below", "floor", i18n.Money(f.Floor))
		return e
	case f.Ceiling > 0 && cents(s.Low) > f.Ceiling:
		e.Reason = because("estimate-above", "ceiling", i18n.Money(f.Ceiling))
		return e
	}
	return f.upTo(e, cents(s.Low), cents(high))
}

// band is the chosen band of spending in words, nil for a figure.
func (j *judge) band() i18n.Text {
	q := j.b.Question(FieldVolume)
	if o := q.Option(j.a.Get(q).Value.Option); o != nil {
		return o.Text
	}
	return nil
}

// upTo fills the estimate for a spending between low and high.
func (f *Funding) upTo(e *Estimate, low, high int64) *Estimate {
	for _, b := range f.Flat {
		if low >= b.From && high <= b.To {
			e.Known, e.UpTo, e.Reason = true, b.Amount, because("estimate-flat")
			return e
		}
	}
	if f.Percent == 0 {
		e.Reason = because("estimate-unknown")
		return e
	}
	sum := high
	if f.Ceiling > 0 {
		sum = min(sum, f.Ceiling)
	}
	e.Known, e.UpTo, e.Reason = true, sum*int64(f.Percent)/100, because("estimate-share", "percent", f.Percent)
	if f.Max > 0 {
		e.UpTo = min(e.UpTo, f.Max)
	}
	return e
}

func (j *judge) spendVerdict(o *Offer) (Verdict, *questionnaire.Question) {
	s, ok := j.figure(FieldVolume)
	if !ok || o.Funding == nil {
		return Unknown, j.open(FieldVolume)
	}
	floor := big.NewRat(o.Funding.Floor, 100)
	switch s.below(floor) {
	case Yes:
		return No, nil
	case Unknown:
		return Unknown, nil
	case No:
	}
	if o.Funding.Ceiling == 0 {
		return Yes, nil
	}
	if s.within(big.NewRat(o.Funding.Ceiling, 100)) == Yes {
		return Yes, nil
	}
	return Unknown, nil // whether a larger project is refused or cut off is not documented
}

// roomVerdict says whether de-minimis aid received leaves room for the offer's estimate.
func (j *judge) roomVerdict(o *Offer) (Verdict, *questionnaire.Question) {
	switch j.chosen(fieldAid) {
	case "no":
		return Yes, nil
	case "":
		return Unknown, j.open(fieldAid)
	}
	s, ok := j.figure(fieldAidSum)
	if !ok || o.Funding == nil {
		return Unknown, j.open(fieldAidSum)
	}
	need := o.Funding.Max
	if e := j.estimate(o); e != nil && e.Known {
		need = e.UpTo
	}
	room := j.c.Limits.DeMinimis - cents(s.Low)
	switch {
	case room >= need:
		return Yes, nil
	case room <= 0:
		return No, nil
	}
	return Unknown, nil
}

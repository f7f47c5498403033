package offer

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// span is what is known of a figure: it lies between Low and High; High nil means no upper end is known.
type span struct{ Low, High *big.Rat }

// figure is what the company said about a figure, by number or by band; ok is false when it said nothing.
func (j *judge) figure(field string) (s span, ok bool) {
	q := j.b.Question(field)
	if q == nil {
		return span{}, false
	}
	a := j.a.Get(q)
	if a.State != questionnaire.Answered {
		return span{}, false
	}
	if f := a.Value.Figure; f != nil {
		return span{f, f}, true
	}
	o := q.Option(a.Value.Option)
	if o == nil || o.From == nil {
		return span{}, false
	}
	s = span{Low: o.From}
	for _, other := range q.Options {
		if other.From != nil && other.From.Cmp(o.From) > 0 && (s.High == nil || other.From.Cmp(s.High) < 0) {
			s.High = other.From
		}
	}
	return s, true
}

// below says whether a figure lies below a bound: Yes, No, or Unknown where its span crosses it. Bands are half-open,
// so a span that ends at the bound lies below it.
func (s span) below(bound *big.Rat) Verdict {
	switch {
	case s.Low == s.High && s.Low.Cmp(bound) < 0, s.Low != s.High && s.High != nil && s.High.Cmp(bound) <= 0:
		return Yes
	case s.Low.Cmp(bound) >= 0:
		return No
	}
	return Unknown
}

// within says whether a sum of whole euros stays within a limit that still counts.
func (s span) within(limit *big.Rat) Verdict {
	return s.below(new(big.Rat).Add(limit, big.NewRat(1, 1)))
}

// smeClass is the company's class by the EU definition: staff is a must, one of the two money limits is enough; shares
// of other companies from 25 % on, or public bodies, leave it unclear, for their figures count too.
func smeClass(j *judge) SME {
	staff, ok := j.figure(questionnaire.FieldStaff)
	if !ok {
		return SMEUnclear
	}
	limits := j.c.Limits.SME
	if len(limits) > 0 && staff.below(limits[len(limits)-1].Staff) == No {
		return SMENone
	}
	if j.chosen(fieldPublic) == "yes" {
		return SMEUnclear
	}
	if j.chosen(fieldGroup) != "autonomous" {
		return SMEUnclear
	}
	class := SMENone
	for _, l := range limits {
		switch s, m := staff.below(l.Staff), j.money(l); {
		case s == Yes && m == Yes:
			return l.Class // the smallest class that is certain; a smaller one may hold too
		case s != No && m != No:
			class = SMEUnclear
		}
	}
	return class
}

// money says whether turnover or balance sheet total stays within a class.
func (j *judge) money(l SizeLimit) Verdict {
	out := No
	for field, limit := range map[string]*big.Rat{fieldTurnover: l.Turnover, fieldBalance: l.Balance} {
		s, ok := j.figure(field)
		v := Unknown
		if ok {
			v = s.within(limit)
		}
		if v == Yes {
			return Yes
		}
		if v == Unknown {
			out = Unknown
		}
	}
	return out
}

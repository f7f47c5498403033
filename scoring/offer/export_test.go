package offer

import (
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

// Judge judges one offer for tests, whether or not a module names it.
func Judge(c *Catalogue, r *scoring.Result, day source.Day, o *Offer) OfferAdvice {
	return newJudge(c, r, day).offer(o)
}

// Allowed is the verdict alone, without the search for what would change it.
func Allowed(c *Catalogue, r *scoring.Result, o *Offer) Verdict {
	j, out := newJudge(c, r, source.Day{}), Yes
	for _, rule := range o.Rules {
		switch v, _ := j.verdict(o, rule); {
		case v == No:
			return No
		case v == Unknown:
			out = Unknown
		}
	}
	return out
}

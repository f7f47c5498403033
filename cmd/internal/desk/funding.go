package desk

import (
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring/offer"
)

// FundingOpen are the details for support programmes that are asked and were not yet given or declined.
func FundingOpen(iv *questionnaire.Interview) []questionnaire.Item {
	var out []questionnaire.Item
	for _, it := range iv.Section(iv.Assessment(), questionnaire.SectionFunding) {
		if iv.Answer(it.Question).State == questionnaire.Open {
			out = append(out, it)
		}
	}
	return out
}

// FundingChange says what the details for support programmes changed about the module, as a message below "fund.": what
// is recommended with them beside what would be without them.
func FundingChange(d Desk, a *questionnaire.Assessment) i18n.Message {
	bare := a
	for _, q := range d.Bank().Profile {
		if q.Section == questionnaire.SectionFunding {
			bare = bare.With(q, questionnaire.Answer{})
		}
	}
	_, before := d.Evaluate(bare)
	_, after := d.Evaluate(a)
	return fundingChange(before, after)
}

func fundingChange(before, after *offer.Advice) i18n.Message {
	was, now := before.Best(), after.Best()
	switch {
	case now == nil && was == nil:
		return i18n.Msg("same")
	case now == nil:
		return i18n.Msg("none", "a", was.Module.Title)
	case was == nil || was.Module.ID != now.Module.ID:
		return i18n.Msg("module", "b", now.Module.Title)
	}
	old, best := was.Best(), now.Best()
	switch {
	case best != nil && (old == nil || old.Offer.ID != best.Offer.ID):
		return i18n.Msg("offer", "b", best.Offer.Name)
	case best == nil && old != nil:
		return i18n.Msg("closed", "a", old.Offer.Name)
	case best != nil && sum(best) != sum(old):
		return i18n.Msg("sum", "sum", sum(best))
	case best != nil && open(old) > open(best):
		return i18n.Msg("checks", "n", open(old)-open(best), "b", best.Offer.Name)
	}
	return i18n.Msg("same")
}

// open counts the conditions of an offer that nothing decides yet.
func open(o *offer.OfferAdvice) int {
	n := 0
	for _, c := range o.Checks {
		if c.Verdict == offer.Unknown {
			n++
		}
	}
	return n
}

// sum is what may be expected at most, 0 when that is not known.
func sum(o *offer.OfferAdvice) i18n.Money {
	if o == nil || o.Estimate == nil || !o.Estimate.Known {
		return 0
	}
	return i18n.Money(o.Estimate.UpTo)
}

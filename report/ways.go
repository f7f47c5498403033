package report

import (
	"math/big"
	"slices"
	"strconv"
	"unicode"
	"unicode/utf8"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Ways say what leads to the next stage, and to the one after, a sentence each; none where no way is known. listed is
// how many steps stand below the sentences.
func (w Words) Ways(listed int) []string {
	var out []string
	for i, x := range w.r.Ways {
		key := "way.next"
		n := len(x.Steps)
		switch {
		case n == 0:
			continue
		case i > 0:
			key = "way.after"
		case n > listed:
			key = "way.longer"
		}
		s := capital(w.T(key, "n", n, "k", w.count(n), "days", w.days(x.Days), "stage", x.Stage)) + w.funded(x) + "."
		if i > 0 && n > listed {
			s += " " + w.T("way.rest")
		}
		if !x.Proven {
			s += " " + w.T("way.unproven")
		}
		out = append(out, s)
	}
	return out
}

// funded says for how many steps of a way there may be money.
func (w Words) funded(x scoring.Way) string {
	n := 0
	for _, s := range x.Steps {
		if w.Funds(s.Measure) {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case len(x.Steps):
		return w.T("way.all-funded", "n", n)
	}
	return w.T("way.funded", "n", n, "k", w.count(n))
}

// Funds says whether one of the modules or offers that help with a measure may pay for it: it is a grant, has not
// ended, and is not closed to the company.
func (w Words) Funds(m *questionnaire.Measure) bool {
	pays := func(o offer.OfferAdvice) bool {
		return o.Offer.Funding != nil && o.Status != offer.StatusEnded && o.Eligible != offer.No
	}
	for _, mod := range w.advice.Modules {
		for _, o := range mod.Offers {
			if pays(o) && (slices.Contains(m.Helps, o.Offer.ID) || slices.Contains(m.Helps, mod.Module.ID)) {
				return true
			}
		}
	}
	return slices.ContainsFunc(w.advice.Beside, func(o offer.OfferAdvice) bool { return pays(o) && slices.Contains(m.Helps, o.Offer.ID) })
}

func capital(s string) string {
	first, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[size:]
}

// count is a small number in words.
func (w Words) count(n int) string {
	if key := "number." + strconv.Itoa(n); w.Has(key) {
		return w.T(key)
	}
	return w.Int(n)
}

// days is a number of working days in words, rounded up.
func (w Words) days(d *big.Rat) string {
	up := new(big.Int).Add(d.Num(), new(big.Int).Sub(d.Denom(), big.NewInt(1)))
	n := int(up.Div(up, d.Denom()).Int64())
	return w.T("report.days", "n", n, "x", n)
}

package report

import "digitalkompass/scoring/offer"

// sources lists where every fact about the programmes named comes from, with its date.
func (b *builder) sources() *Part {
	var blocks []Block
	named := map[string]bool{}
	add := func(o offer.OfferAdvice) {
		if named[o.Offer.ID] || o.Status == offer.StatusEnded {
			return
		}
		named[o.Offer.ID] = true
		var facts Facts
		for _, s := range o.Offer.Sources {
			date := b.Text(s.Date)
			if date == "" {
				date = b.T("source.undated")
			}
			facts = append(facts, Fact{Name: b.T("source." + s.Kind.String()), Text: b.Text(s.Ref) + " (" + date + ")"})
		}
		blocks = append(blocks, Section{Title: b.Text(o.Offer.Name), Blocks: []Block{facts}})
	}
	if best := b.advice.Best(); best != nil {
		for _, o := range best.Offers {
			add(o)
		}
	}
	for _, o := range b.advice.Beside {
		add(o)
	}
	if b.audience.HasPart("module") { // where every offer that was looked at has a line
		for _, o := range b.advice.Judged() {
			add(o)
		}
	}
	if len(blocks) == 0 {
		return nil
	}
	return b.part("sources", b.T("report.sources-head"), b.T("report.sources-lead", "date", b.advice.AsOf, "day", b.advice.Day), blocks...)
}

package offer

import (
	"slices"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// Spans of days that a catalogue is looked at with.
const (
	staleDays = 180 // facts older than this have to be looked at again
	endsDays  = 60  // an end within this is announced
)

// Finding is something to know about an offer; its words are "offers.check.<code>".
type Finding struct {
	Offer *Offer
	i18n.Message
}

// Review says what in a catalogue has to be looked at on a day: stale facts, ends within 60 days, ends without an
// official source, offers without one, what is not confirmed, and grants of which it is not documented where to apply or
// with which papers.
func Review(c *Catalogue, day source.Day) []Finding {
	var out []Finding
	for _, o := range c.Offers {
		add := func(code string, args ...any) { out = append(out, Finding{o, i18n.Msg(code, args...)}) }
		v := o.Validity
		if o.StatusOn(day) == StatusEnded {
			add("ended")
			continue
		}
		if v.AsOf.DaysUntil(day) > staleDays {
			add("stale", "date", v.AsOf, "n", staleDays)
		}
		if n := day.DaysUntil(v.Until); !v.Until.IsZero() && n <= endsDays {
			add("ends", "date", v.Until, "n", n)
		}
		if !v.Until.IsZero() && !v.UntilSure {
			add("unofficial", "date", v.Until)
		}
		if !slices.ContainsFunc(o.Sources, func(s Source) bool { return s.Kind == Official }) {
			add("no-official")
		}
		if o.StatusOn(day) == StatusUnclear {
			add("unclear")
		}
		if o.Apply.Ahead.Binding() && o.Apply.Where.Text == nil {
			add("no-where")
		}
		if o.Apply.Ahead.Binding() && len(o.Apply.Papers) == 0 {
			add("no-papers")
		}
	}
	return out
}

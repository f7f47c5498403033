package desk

import (
	"slices"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Waiting counts the answers that were taken over and not confirmed: those to questions, and details of the company.
func Waiting(nav questionnaire.Navigator, a *questionnaire.Assessment) (questions, details int) {
	return parted(nav.Unconfirmed(a))
}

func parted(items []questionnaire.Item) (questions, details int) {
	for _, it := range items {
		if it.Dimension != nil {
			questions++
		} else {
			details++
		}
	}
	return questions, details
}

// WaitingWords are these numbers in words; "" for none.
func WaitingWords(p *i18n.Printer, nav questionnaire.Navigator, a *questionnaire.Assessment) string {
	return Count(p, nav.Unconfirmed(a))
}

// Count says how many questions and how many details there are among items: "32 Fragen und 9 Angaben"; "" for none.
func Count(p *i18n.Printer, items []questionnaire.Item) string {
	n, m := parted(items)
	return counted(p, n, m)
}

// Size says how much is asked on a path at most: questions, and details of the company.
func Size(p *i18n.Printer, b *questionnaire.Bank, path questionnaire.Path) string {
	return counted(p, b.On(path), b.Details())
}

// counted are numbers of questions and of details in words.
func counted(p *i18n.Printer, n, m int) string {
	questions, details := p.T("carried.questions", "n", n), p.T("carried.details", "n", m)
	switch {
	case n == 0 && m == 0:
		return ""
	case m == 0:
		return questions
	case n == 0:
		return details
	}
	return p.T("carried.both", "a", questions, "b", details)
}

// TellingWaiting is the answer that waits to be confirmed and settles most: the question that would if all that wait were
// open. Where none of them decides anything it is the first that waits; "" where none does, and
// while a question is open.
func TellingWaiting(d Desk, nav questionnaire.Navigator, a *questionnaire.Assessment) string {
	all := nav.Unconfirmed(a)
	if slices.ContainsFunc(nav.Pending(a), func(it questionnaire.Item) bool { return it.Dimension != nil }) || len(all) == 0 {
		return ""
	}
	bare, waits := a, map[string]bool{}
	for _, it := range all {
		waits[it.Question.ID] = true
		if it.Dimension != nil {
			bare = bare.With(it.Question, questionnaire.Answer{})
		}
	}
	for _, id := range d.Telling(bare) {
		if waits[id] {
			return id
		}
	}
	return all[0].Question.ID
}

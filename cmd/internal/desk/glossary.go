package desk

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Entry is a hard word with what it means, as both are read in one language.
type Entry struct {
	ID         string // of the bank's term, or "" for a word of the program's own
	Name, Text string
}

// ownTerms are words of the program itself, messages below "term."; those of staged are for banks with stages alone.
var ownTerms = []struct {
	key    string
	staged bool
}{{"maturity", true}, {"stage", true}, {"needed", true}, {"points", false}, {"range", false}, {"provisional", false}}

// Glossary are all words explained, by name: those of the bank and those of its result.
func Glossary(b *questionnaire.Bank, p *i18n.Printer) []Entry {
	var out []Entry
	for _, t := range b.Glossary {
		out = append(out, Entry{t.ID, p.Text(t.Name), p.Text(t.Text)})
	}
	for _, t := range ownTerms {
		if len(b.Stages) > 0 || !t.staged {
			out = append(out, Entry{"", p.T("term." + t.key), p.T("term." + t.key + ".text")})
		}
	}
	slices.SortFunc(out, func(x, y Entry) int { return p.Compare(x.Name, y.Name) })
	return out
}

// Lookup finds words: those whose name begins with the search or has a word that does, else those whose name or text
// holds it anywhere. The best hit comes first, and an empty search finds all.
func Lookup(all []Entry, search string) []Entry {
	search = Fold(search)
	if search == "" {
		return all
	}
	var first, named, told []Entry
	for _, e := range all {
		name := Fold(e.Name)
		switch {
		case strings.HasPrefix(name, search):
			first = append(first, e)
		case slices.ContainsFunc(parts(name), func(w string) bool { return strings.HasPrefix(w, search) || alike(w, search) }):
			named = append(named, e)
		case Matches(e.Name+" "+e.Text, search):
			told = append(told, e)
		}
	}
	if found := append(first, named...); len(found) > 0 {
		return found
	}
	return told
}

func parts(name string) []string {
	return strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" ()-/,", r) })
}

// ending is how many letters two forms of a word may differ in at their end.
const ending = 2

// alike says whether one word is another one with an ending: Kredite for Kredit, verbundenes for verbundene.
func alike(a, b string) bool {
	shorter, longer := a, b
	if len(shorter) > len(longer) {
		shorter, longer = longer, shorter
	}
	return len(shorter) > ending && len(longer)-len(shorter) <= ending && strings.HasPrefix(longer, shorter)
}

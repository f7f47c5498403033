package prompt

import (
	"slices"
	"strings"
	"unicode"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Everyday words for the states of an answer, for yes and no, folded; the texts that are read aloud are among them.
var (
	saysUnknown = []string{"w", "weiss ich nicht", "weiss nicht", "weiss es nicht", "weiss ich nicht genau", "das weiss ich nicht", "keine ahnung", "unbekannt", "i don't know", "i dont know",
		"i do not know", "don't know", "dont know", "do not know", "unknown", "no idea"}
	saysNotApplicable = []string{"t", "trifft nicht zu", "trifft auf uns nicht zu", "trifft bei uns nicht zu", "does not apply", "does not apply to us", "doesn't apply", "doesnt apply", "not applicable"}
	saysYes           = []string{"j", "y", "ja", "yes"}
	saysNo            = []string{"n", "nein", "no"}
)

// saying makes a line comparable with these words.
func saying(line string) string {
	return strings.TrimRight(desk.Fold(strings.ReplaceAll(line, "’", "'")), ".! ")
}

// yesNo is the number of the option that a yes or a no means at a question of these two, 0 at others.
func yesNo(q *questionnaire.Question, line string) int {
	option := func(word string) int {
		return 1 + slices.IndexFunc(q.Options, func(o questionnaire.Option) bool { return saying(o.Text.In(i18n.German)) == word })
	}
	yes, no := option("ja"), option("nein")
	switch said := saying(line); {
	case yes == 0 || no == 0:
	case slices.Contains(saysYes, said):
		return yes
	case slices.Contains(saysNo, said):
		return no
	}
	return 0
}

// letter is the capital letter that an option's text begins with as its label, "" for none.
func letter(text string) string {
	word, _, more := strings.Cut(text, " ")
	if runes := []rune(word); more && len(runes) == 1 && unicode.IsUpper(runes[0]) {
		return desk.Fold(word)
	}
	return ""
}

// letters are the labels of a question's options, each its own letter; nil where not nearly all have one.
func (f *face) letters(q *questionnaire.Question) []string {
	var out []string
	labelled := map[string]bool{}
	for _, o := range q.Options {
		l := letter(f.p.Text(o.Text))
		if labelled[l] && l != "" {
			return nil
		}
		labelled[l] = true
		out = append(out, l)
	}
	if delete(labelled, ""); len(labelled) < 2 || len(labelled) < len(q.Options)-1 {
		return nil
	}
	return out
}

// byLabel is the number of the option whose letter or whole text a line is, 0 for none. It goes before commands: who hears
// options with letters types letters.
func (f *face) byLabel(q *questionnaire.Question, line string) int {
	said := saying(line)
	if said == "" {
		return 0
	}
	if at := slices.Index(f.letters(q), said); at >= 0 {
		return at + 1
	}
	return 1 + slices.IndexFunc(q.Options, func(o questionnaire.Option) bool { return saying(f.p.Text(o.Text)) == said })
}

// state takes words for "I don't know" and "does not apply" as an answer; handled is false when a line is neither.
func (f *face) state(it questionnaire.Item, line string) (forward, handled bool, err error) {
	q, said := it.Question, saying(line)
	now := f.iv.Answer(q)
	switch {
	case slices.Contains(saysUnknown, said):
		switch o := q.DontKnow(); {
		case q.Dimension != "":
			return f.put(q, questionnaire.WithState(now, questionnaire.Unknown))
		case o != nil:
			return f.put(q, questionnaire.WithValue(now, questionnaire.Value{Option: o.ID}))
		case q.Asking.Optional:
			return f.put(q, questionnaire.WithState(now, questionnaire.Skipped))
		}
		f.fail(f.p.T("say.no-unknown"))
		return false, true, nil
	case slices.Contains(saysNotApplicable, said) && (q.Asking.NotApplicable || q.Dimension != "" && q.Kind != questionnaire.Grid):
		return f.put(q, questionnaire.WithState(now, questionnaire.NotApplicable))
	}
	return false, false, nil
}

// mostEchoed is how much of a line an error repeats, in letters.
const mostEchoed = 20

// echo is a line as an error repeats it.
func echo(line string) string {
	if r := []rune(line); len(r) > mostEchoed {
		return string(r[:mostEchoed]) + "…"
	}
	return line
}

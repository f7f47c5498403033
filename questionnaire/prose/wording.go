package prose

import (
	"strings"
	"unicode/utf8"

	"digitalkompass/questionnaire"
)

// vague finds quantifiers in what has to be answered: each reader counts them differently.
func (c *checker) vague(t questionnaire.Text, w *words) {
	if t.Role > questionnaire.RoleRow {
		return
	}
	p := newPassage(t.Value).without(w.vagueFine)
	if start, end := p.first(w.vague, 0); start >= 0 {
		c.warn(t, codeVague, "text", p.text[start:end])
	}
}

// negation finds negations in what is asked: "no" to a negated question can mean either.
func (c *checker) negation(t questionnaire.Text, w *words) {
	var asked []passage
	switch t.Role {
	case questionnaire.RoleQuestion:
		asked = questions(t.Value)
	case questionnaire.RoleRow:
		asked = []passage{newPassage(t.Value)}
	default:
		return
	}
	for _, p := range asked {
		p = p.without(w.notHere)
		if start, end := p.first(w.negative, 0); start >= 0 {
			c.warn(t, codeNegation, "text", p.text[start:end])
		}
	}
}

// long finds what does not read in one breath.
func (c *checker) long(t questionnaire.Text, w *words) {
	limit := w.limits["option"]
	switch t.Role {
	case questionnaire.RoleQuestion:
		limit = w.limits["question"]
	case questionnaire.RoleOption, questionnaire.RoleRow:
	default:
		return
	}
	if n := utf8.RuneCountInString(t.Value); n > limit {
		c.warn(t, codeLong, "n", n, "max", limit)
	}
}

// typography finds slips in any text, each kind once.
func (c *checker) typography(t questionnaire.Text, w *words) {
	for _, s := range w.slips {
		if found := s.form.FindString(t.Value); found != "" {
			c.warn(t, codeTypography, "text", strings.TrimSpace(found), "want", s.want)
		}
	}
}

// jargon finds technical words of a question that its glossary terms do not explain, each once. A term explains what its
// name or its text says. Examples are left out, for they speak the language of a trade.
func (c *checker) jargon(t questionnaire.Text, w *words) {
	q := c.bank.Question(t.Item)
	if q == nil || t.Role == questionnaire.RoleOther || t.Part == "example" {
		return
	}
	p := newPassage(t.Value)
	for _, word := range w.jargon {
		key := q.ID + "/" + string(t.Lang) + "/" + word.text
		start, end := p.find(word, 0)
		if start < 0 || c.told[key] || c.explained(word, q, t) {
			continue
		}
		c.told[key] = true
		c.warn(t, codeJargon, "text", p.text[start:end], "question", q.ID)
	}
}

func (c *checker) explained(word phrase, q *questionnaire.Question, t questionnaire.Text) bool {
	for _, id := range q.Wording.Terms {
		if term := c.bank.Term(id); term != nil && newPassage(term.Name[t.Lang]+" "+term.Text[t.Lang]).has([]phrase{word}) {
			return true
		}
	}
	return false
}

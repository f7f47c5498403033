package main

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// A person answers everything in a real window, with the answers of a worked example, and ends with the result of the
// file: full path, quick path, and every kind of question there is.
func TestWholePathsInAWindow(t *testing.T) {
	t.Parallel()
	shipped := shippedBank(t)
	for _, c := range []struct {
		name, folder, example string
		path                  questionnaire.Path
		size                  manner
	}{
		{"full", "", "metallbau-35", questionnaire.Full, usual},
		{"quick", "", "metallbau-35", questionnaire.Quick, manner{w: 60, h: 20}},
		{"kinds", "../../questionnaire/testdata/bank", "", questionnaire.Full, manner{w: 60, h: 20}},
		{"more kinds", "../../questionnaire/testdata/allbank", "alles-da", questionnaire.Full, manner{w: 120, h: 40}},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			bank := shipped
			if c.folder != "" {
				bank = bankIn(t, c.folder)
			}
			example := *bank.Cases[0].Assessment
			if c.example != "" {
				example = *bank.Case(c.example).Assessment
			}
			home := t.TempDir()
			args := []string{"run", "--path", string(c.path)}
			if c.folder != "" {
				args = append(args, "--bank", c.folder)
			}
			w := open(t, home, c.size, args...)
			h := &hands{window: w, bank: bank, given: &example, now: questionnaire.New(bank, c.path, i18n.German, time.Time{})}
			h.answerAll(questionnaire.SectionCompany, questionnaire.SectionQuestions)
			h.toResult()
			w.press("p").ends(0)
			path, _ := draft(t, home)
			compare(t, bank, h.now, path, "")
			want := filepath.Join(t.TempDir(), "example.kompass.json")
			if err := os.WriteFile(want, questionnaire.Encode(bank, h.now), 0o600); err != nil {
				t.Fatal(err)
			}
			var results []string
			for _, file := range []string{path, want} {
				args := []string{"score", file}
				if c.folder != "" {
					args = append(args, "--bank", c.folder)
				}
				_, out, errs := call(t.TempDir(), "", args...)
				results = append(results, out+errs)
			}
			if results[0] != results[1] {
				t.Errorf("by hand:\n%s\nby file:\n%s", results[0], results[1])
			}
		})
	}
}

func bankIn(t testing.TB, folder string) *questionnaire.Bank {
	t.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(os.DirFS(folder), &d)
	if b == nil {
		t.Fatal(d.All())
	}
	return b
}

// hands give the answers of a worked example by keys.
type hands struct {
	*window
	bank       *questionnaire.Bank
	given, now *questionnaire.Assessment
}

// answerAll goes through the items of some sections.
func (h *hands) answerAll(sections ...questionnaire.Section) {
	h.t.Helper()
	inTurn(h.bank, func() *questionnaire.Assessment { return h.now }, func(q *questionnaire.Question) {
		h.until("question "+q.ID, func(s string) bool { return strings.Contains(bare(s), opening(q, i18n.German)) })
		a := questionnaire.Answer{State: h.given.Get(q).State, Value: h.given.Get(q).Value} // and no notes
		h.press(keysFor(q, a)...)
		h.now = h.now.With(q, a)
	}, sections)
}

// bare is text with plain spaces.
func bare(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }

// opening are the first words of a question, which stand on one row.
func opening(q *questionnaire.Question, l i18n.Lang) string {
	text := bare(q.Wording.Text.In(l))
	if len(text) > 40 {
		text = text[:40]
		text = text[:strings.LastIndex(text, " ")]
	}
	return text
}

// toResult goes on from the last question.
func (h *hands) toResult() {
	h.t.Helper()
	result := "1 Überblick"
	for {
		s := h.until("way to the result", func(s string) bool {
			return strings.Contains(s, result) || strings.Contains(s, "Kurzer Weg geschafft") || strings.Contains(s, "Alle Antworten") || strings.Contains(s, "Für die Förderung fehl")
		})
		switch {
		case strings.Contains(s, result):
			return
		case strings.Contains(s, "Kurzer Weg geschafft"):
			h.choose("Gleich zum Ergebnis").hides("Kurzer Weg geschafft")
		case strings.Contains(s, "Für die Förderung fehl"):
			h.choose("Jetzt angeben").hides("Für die Förderung fehl")
			h.answerAll(questionnaire.SectionFunding)
		default:
			h.choose("Zum Ergebnis").hides("Alle Antworten")
		}
	}
}

// choose moves the pointer down to an entry and runs it.
func (w *window) choose(entry string) *window {
	w.t.Helper()
	for range 100 {
		s := w.until("pointer", func(s string) bool { return pointed(s) != "" })
		if strings.Contains(pointed(s), entry) {
			return w.press("enter")
		}
		before := s
		w.press("down").until("another picture", func(s string) bool { return s != before })
	}
	w.t.Fatalf("no entry %q:\n%s", entry, w.see())
	return w
}

// pointed is the row that the pointer is on; "" for none.
func pointed(screen string) string {
	for row := range strings.Lines(screen) {
		if strings.HasPrefix(row, " ►") || strings.HasPrefix(row, " >") {
			return strings.TrimSpace(row)
		}
	}
	return ""
}

// keysFor are the keys that give an answer and go on.
func keysFor(q *questionnaire.Question, a questionnaire.Answer) []string {
	switch {
	case a.State == questionnaire.Unknown && q.Kind != questionnaire.Grid:
		return []string{"w", "enter"}
	case a.State == questionnaire.NotApplicable && q.Kind != questionnaire.Grid:
		return []string{"t", "enter"}
	case a.State == questionnaire.Open || a.State == questionnaire.Skipped:
		if q.Kind == questionnaire.Words {
			return []string{"enter"}
		}
		return []string{"tab", "?", "o"} // by the menu, which works in text fields too
	}
	switch q.Kind.Family() {
	case questionnaire.Figure:
		if a.Value.Figure == nil {
			return []string{"#", strconv.Itoa(q.Number(a.Value.Option)), "enter"}
		}
		return []string{inWords(q, a.Value), "enter"}
	case questionnaire.AnyOf:
		var keys []string
		for _, id := range a.Value.Set {
			keys = append(keys, strconv.Itoa(q.Number(id)))
		}
		return append(keys, "tab", "enter")
	case questionnaire.Rows:
		return rowKeys(q, a)
	case questionnaire.Line:
		return []string{a.Value.Text, "enter"}
	case questionnaire.OneOf:
	}
	if n := q.Number(a.Value.Option); len(q.Options) <= 9 {
		return []string{strconv.Itoa(n), "enter"}
	}
	return append(strings.Fields(strings.Repeat("down ", q.Number(a.Value.Option))), "enter")
}

func rowKeys(q *questionnaire.Question, a questionnaire.Answer) []string {
	var keys []string
	open := false
	for _, r := range q.Rows {
		switch v := a.Value.Rows[r.ID]; {
		case v == questionnaire.RowUnknown:
			keys = append(keys, "w")
		case v == questionnaire.RowNotApplicable:
			keys = append(keys, "t")
		case v == "":
			open, keys = true, append(keys, "down")
		default:
			keys = append(keys, strconv.Itoa(q.Number(v)))
		}
	}
	if open {
		return append(keys, "o")
	}
	return append(keys, "enter")
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// typed is a person at line mode who gives the answers of a worked example, one line each.
type typed struct {
	bank  *questionnaire.Bank
	given *questionnaire.Assessment
	now   *questionnaire.Assessment
	lines []string
}

func (p *typed) line(s string) { p.lines = append(p.lines, s) }

// answerAll goes through the items of some sections.
func (p *typed) answerAll(sections ...questionnaire.Section) {
	inTurn(p.bank, func() *questionnaire.Assessment { return p.now }, p.answer, sections)
}

// inTurn answers the items of some sections one after the other; each may decide whether later ones are asked.
func inTurn(b *questionnaire.Bank, now func() *questionnaire.Assessment, answer func(*questionnaire.Question), sections []questionnaire.Section) {
	nav := questionnaire.NewNavigator(b)
	seen := map[string]bool{}
	for again := true; again; {
		again = false
		for _, it := range nav.Items(now()) {
			if seen[it.Question.ID] || !slices.Contains(sections, it.Question.Section) {
				continue
			}
			seen[it.Question.ID], again = true, true
			answer(nav.Shape(now(), it.Question))
			break
		}
	}
}

func (p *typed) answer(q *questionnaire.Question) {
	a := p.given.Get(q)
	switch {
	case a.State == questionnaire.Unknown:
		p.line("w")
	case a.State == questionnaire.NotApplicable:
		p.line("t")
	case a.State == questionnaire.Open && q.Asking.Optional:
		p.line("")
		a.State = questionnaire.Skipped
	case a.State == questionnaire.Open:
		p.line("o")
	default:
		p.line(inWords(q, a.Value))
		if questionnaire.Settled(q, a) == questionnaire.Open {
			p.line("o") // some rows are missing
		}
	}
	p.now = p.now.With(q, a)
}

// inWords is a value as one types it in line mode.
func inWords(q *questionnaire.Question, v questionnaire.Value) string {
	switch q.Kind.Family() {
	case questionnaire.OneOf:
		return fmt.Sprint(q.Number(v.Option))
	case questionnaire.AnyOf:
		var parts []string
		for _, id := range v.Set {
			parts = append(parts, fmt.Sprint(q.Number(id)))
		}
		return strings.Join(parts, " ")
	case questionnaire.Rows:
		var parts []string
		for i, r := range q.Rows {
			if v.Rows[r.ID] == "" {
				continue
			}
			cell := map[string]string{questionnaire.RowUnknown: "w", questionnaire.RowNotApplicable: "t"}[v.Rows[r.ID]]
			if cell == "" {
				cell = fmt.Sprint(q.Number(v.Rows[r.ID]))
			}
			parts = append(parts, fmt.Sprintf("%d=%s", i+1, cell))
		}
		return strings.Join(parts, " ")
	case questionnaire.Figure:
		if v.Figure == nil {
			return fmt.Sprintf("#%d", q.Number(v.Option))
		}
		if v.Figure.IsInt() {
			return v.Figure.Num().String()
		}
		return strings.Replace(v.Figure.FloatString(2), ".", ",", 1)
	case questionnaire.Line:
	}
	return v.Text
}

// The same answers, typed in line mode and written in a file, give the same assessment and the same result.
func TestLineModeGivesTheSameAsTheFile(t *testing.T) {
	b, cases := shippedBank(t), t.TempDir()
	if err := writeCases(b, cases); err != nil {
		t.Fatal(err)
	}
	for _, c := range b.Cases {
		t.Run(c.ID, func(t *testing.T) {
			home := t.TempDir()
			input := typedCase(b, c.Assessment)
			code, out, errs := call(home, input, "--accessible")
			if code != 0 {
				t.Fatalf("status %d:\n%s", code, errs)
			}
			if strings.ContainsAny(out+errs, "\x1b\r\a") {
				t.Error("line mode wrote control characters")
			}
			drafts, _ := filepath.Glob(filepath.Join(home, "*.kompass.json"))
			if len(drafts) != 1 {
				t.Fatalf("drafts: %v", drafts)
			}
			compare(t, b, c.Assessment, drafts[0], errs)
			_, fromFile, _ := call(home, "", "score", filepath.Join(cases, c.ID+".kompass.json"))
			if out != fromFile {
				t.Errorf("line mode:\n%s\nscore:\n%s", out, fromFile)
			}
		})
	}
}

func typedCase(b *questionnaire.Bank, given *questionnaire.Assessment) string {
	p := &typed{bank: b, given: given, now: questionnaire.New(b, given.Path, i18n.German, time.Time{})}
	p.line(map[questionnaire.Path]string{questionnaire.Quick: "1", questionnaire.Full: "2"}[given.Path])
	p.answerAll(questionnaire.SectionCompany, questionnaire.SectionQuestions)
	switch _, open := questionnaire.NewNavigator(b).FirstOpen(p.now); {
	case open:
		p.line("2") // straight to the result
	case given.Path == questionnaire.Quick:
		p.line("1") // the same
	}
	p.line("1") // funding details now
	p.answerAll(questionnaire.SectionFunding)
	p.line("ende")
	return strings.Join(p.lines, "\n") + "\n"
}

func compare(t *testing.T, b *questionnaire.Bank, want *questionnaire.Assessment, file, dialogue string) {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var d source.Diagnostics
	got := questionnaire.Decode(file, data, b, &d)
	if got == nil {
		t.Fatal(d.All())
	}
	nav := questionnaire.NewNavigator(b)
	for _, it := range nav.Items(want) {
		q := it.Question
		if w, g := want.Get(q), got.Get(q); !w.Equal(g) && (w.State != questionnaire.Open || g.State != questionnaire.Skipped) {
			t.Errorf("%s: %+v, want %+v", q.ID, g, w)
		}
	}
	if t.Failed() {
		t.Log(dialogue[:min(len(dialogue), 6000)])
	}
}

// When the input ends early, everything typed so far is kept, and the way back is named.
func TestEndOfInputKeepsTheDraft(t *testing.T) {
	b, home := shippedBank(t), t.TempDir()
	lines := strings.SplitAfter(typedCase(b, b.Case("metallbau-35").Assessment), "\n")
	code, out, errs := call(home, strings.Join(lines[:20], ""), "--accessible")
	if code != 130 || out != "" {
		t.Errorf("status %d, result %q", code, out)
	}
	drafts, _ := filepath.Glob(filepath.Join(home, "*.kompass.json"))
	if len(drafts) != 1 || !strings.Contains(errs, drafts[0]) || !strings.Contains(errs, "digitalkompass run ") {
		t.Fatalf("%v\n%s", drafts, errs)
	}
	code, out, errs = call(home, strings.Join(lines[20:], ""), "run", "--accessible", drafts[0])
	if code != 0 || !strings.Contains(strings.ReplaceAll(out, "\u00a0", " "), "Stufe 2 von 5") {
		t.Errorf("resumed: status %d\n%s\n%s", code, out, errs)
	}
	compare(t, b, b.Case("metallbau-35").Assessment, drafts[0], errs)
}

package wizard

import (
	"strconv"
	"strings"
	"testing"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
)

// TestParity gives every worked example of the shipped bank by keys and holds that the wizard ends with the same
// answers and the same result as the file.
func TestParity(t *testing.T) {
	b := shippedDesk(t).Bank()
	for i := range b.Cases {
		c := &b.Cases[i]
		t.Run(c.ID, func(t *testing.T) {
			d := drive(t, shippedDesk(t), desk.Start{Path: c.Assessment.Path, Lang: i18n.German})
			d.answerAll(c.Assessment)
			got := d.r.work.session.Assessment()
			for _, it := range d.r.work.iv.Items(got) {
				want, have := c.Assessment.Get(it.Question), got.Get(it.Question)
				if questionnaire.Settled(it.Question, want) != questionnaire.Settled(it.Question, have) || !want.Value.Equal(have.Value) && want.State == questionnaire.Answered {
					t.Errorf("%s: %+v by file, %+v by keys", it.Question.ID, want, have)
				}
			}
			file, keys := scoring.Evaluate(b, c.Assessment), scoring.Evaluate(b, got)
			if file.Stage != keys.Stage || !same(file.Total, keys.Total) {
				t.Errorf("%v %v by file, %v %v by keys", file.Stage, file.Total, keys.Stage, keys.Total)
			}
		})
	}
}

func same(a, b scoring.Span) bool {
	if (a.Score == nil) != (b.Score == nil) || a.Score != nil && a.Score.Cmp(b.Score) != 0 {
		return false
	}
	return a.Low.Cmp(b.Low) == 0 && a.High.Cmp(b.High) == 0
}

// answerAll goes through all items with the answers of an assessment, to the result.
func (d *driver) answerAll(a *questionnaire.Assessment) {
	d.t.Helper()
	for range 200 {
		switch s := d.r.top().(type) {
		case *question:
			it, _ := d.r.work.iv.Visible(s.id)
			d.press(keysFor(it.Question, a.Get(it.Question))...)
		case *review:
			d.press("end", "enter")
		case *deeper:
			d.press("down", "enter")
		case *funding:
			d.press("enter")
		case *results:
			return
		default:
			d.t.Fatalf("at %T:\n%s", s, d.see())
		}
	}
	d.t.Fatalf("no end:\n%s", d.see())
}

// keysFor are the keys that give an answer and go on.
func keysFor(q *questionnaire.Question, a questionnaire.Answer) []string {
	switch a.State {
	case questionnaire.Unknown:
		if q.Kind == questionnaire.Grid {
			break
		}
		return []string{"w", "enter"}
	case questionnaire.NotApplicable:
		return []string{"t", "enter"}
	case questionnaire.Open, questionnaire.Skipped:
		if q.Kind == questionnaire.Words {
			return []string{"enter"}
		}
		return []string{"tab", "?", "o"} // by the menu, which works in text fields too
	case questionnaire.Answered:
	}
	switch q.Kind.Family() {
	case questionnaire.Figure:
		if a.Value.Figure != nil {
			digits, _ := a.Value.Figure.FloatPrec()
			return []string{strings.ReplaceAll(a.Value.Figure.FloatString(digits), ".", ","), "enter"}
		}
		return []string{"#", strconv.Itoa(q.Number(a.Value.Option)), "enter"}
	case questionnaire.AnyOf:
		var keys []string
		for _, id := range a.Value.Set {
			keys = append(keys, strconv.Itoa(q.Number(id)))
		}
		return append(keys, "tab", "enter")
	case questionnaire.Rows:
		if a.State == questionnaire.Answered && openRows(q, a.Value) > 0 {
			return append(rowKeys(q, a), "o")
		}
		return append(rowKeys(q, a), "enter")
	case questionnaire.Line:
		return []string{a.Value.Text, "enter"}
	case questionnaire.OneOf:
	}
	n := q.Number(a.Value.Option)
	if len(q.Options) > digits {
		return append(strings.Fields(strings.Repeat("down ", n)), "enter")
	}
	return []string{strconv.Itoa(n), "enter"}
}

func rowKeys(q *questionnaire.Question, a questionnaire.Answer) []string {
	var keys []string
	for _, r := range q.Rows {
		switch v := a.Value.Rows[r.ID]; {
		case v == questionnaire.RowUnknown, a.State == questionnaire.Unknown:
			keys = append(keys, "w")
		case v == questionnaire.RowNotApplicable:
			keys = append(keys, "t")
		case v == "":
			keys = append(keys, "down")
		default:
			keys = append(keys, strconv.Itoa(q.Number(v)))
		}
	}
	return keys
}

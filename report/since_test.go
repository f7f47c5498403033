package report_test

import (
	"os"
	"strings"
	"testing"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/scoring"
)

// The line of what changed since the template says stage and points, what is only better known, and of what it cannot tell.
func TestSinceTheTemplate(t *testing.T) {
	w := reporttest.Load(t, os.DirFS("../data"))
	b := w.Bank
	now := b.Case("metallbau-35").Assessment
	option := func(a *questionnaire.Assessment, id, o string) *questionnaire.Assessment {
		return a.With(b.Question(id), questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: o}})
	}
	since := func(then *questionnaire.Assessment, waits bool) *questionnaire.Assessment {
		a := *now
		old := *then
		old.Updated, old.Language = time.Date(2025, 11, 12, 9, 0, 0, 0, time.UTC), ""
		a.Since = &old
		if !waits {
			return &a
		}
		q := b.Question("digital-goals")
		ans := a.Get(q)
		ans.Carried.Year, ans.Carried.Month, ans.Carried.Day = 2025, 11, 12
		return a.With(q, ans)
	}
	unknown := now.With(b.Question("two-factor"), questionnaire.Answer{State: questionnaire.Unknown})
	for _, x := range []struct {
		name   string
		a      *questionnaire.Assessment
		de, en string
	}{
		{"no template", now, "", ""},
		{"the same", since(now, false), "Seit dem 12.11.2025: weiter Stufe 2, weiter 53,3 Punkte.", "Since 12 November 2025: still stage 2, still 53.3 points."},
		{"waits", since(now, true), "weiter 53,3 Punkte, soweit schon bestätigt.", ", as far as confirmed."},
		{"known and done", since(option(unknown, "digital-goals", "case-by-case"), false), " auf 53,3 Punkte, davon −0,3 dadurch, dass heute mehr bekannt ist.", "of this −0.3 because more is known today."},
		{"nothing known", since(questionnaire.New(b, questionnaire.Full, i18n.German, time.Time{}), false), "noch nicht zu vergleichen.", "not comparable yet."},
	} {
		r := scoring.Evaluate(b, x.a)
		for lang, want := range map[i18n.Lang]string{i18n.German: x.de, i18n.English: x.en} {
			got := strings.ReplaceAll(report.NewWords(r, nil, w.Words.Printer(lang)).Since(), "\u00a0", " ")
			if !strings.Contains(got, want) || want == "" && got != "" {
				t.Errorf("%s: %q", x.name, got)
			}
		}
	}
}

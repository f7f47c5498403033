package scoring_test

import (
	"slices"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/scoring"
)

func TestSinceTellsKnowledgeFromChange(t *testing.T) {
	b := load(t, "../data/banks/digitalkompass")
	e := scoring.Compile(b)
	now := b.Case("metallbau-35").Assessment
	put := func(a *questionnaire.Assessment, id string, ans questionnaire.Answer) *questionnaire.Assessment {
		return a.With(b.Question(id), ans)
	}
	option := func(id string) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: id}}
	}
	unknown := questionnaire.Answer{State: questionnaire.Unknown}
	grid := now.Get(b.Question("two-factor"))
	row := func(cells map[string]string) questionnaire.Answer {
		all := map[string]string{}
		for id, c := range grid.Value.Rows {
			all[id] = c
		}
		for id, c := range cells {
			all[id] = c
		}
		return questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Rows: all}}
	}
	some := ""
	for id := range grid.Value.Rows {
		some = max(some, id)
	}
	noted := now.Get(b.Question("digital-goals"))
	noted.Note = "seit März"
	for _, x := range []struct {
		name                   string
		old                    *questionnaire.Assessment
		learned, lost, changed []string
		asThen, asNow          bool // the middle scores like the earlier answers, like those of today
	}{
		{"nothing", now, nil, nil, nil, true, true},
		{"a note", put(now, "digital-goals", noted), nil, nil, nil, true, true},
		{"known by now", put(now, "digital-goals", unknown), []string{"digital-goals"}, nil, nil, false, true},
		{"not asked then", put(now, "digital-goals", questionnaire.Answer{}), []string{"digital-goals"}, nil, nil, false, true},
		{"otherwise", put(now, "digital-goals", option("case-by-case")), nil, nil, []string{"digital-goals"}, true, false},
		{"a row known by now", put(now, "two-factor", row(map[string]string{some: questionnaire.RowUnknown})), []string{"two-factor"}, nil, nil, false, true},
		{"both", put(put(now, "digital-goals", option("case-by-case")), "work-tools", unknown), []string{"work-tools"}, nil, []string{"digital-goals"}, false, false},
	} {
		if b.Question("digital-goals").Option("case-by-case") == nil {
			t.Fatal("the example needs another option")
		}
		s := e.Since(x.old, now)
		if !slices.Equal(s.Learned, x.learned) || !slices.Equal(s.Lost, x.lost) || !slices.Equal(s.Changed, x.changed) {
			t.Errorf("%s: learned %v, lost %v, changed %v", x.name, s.Learned, s.Lost, s.Changed)
		}
		if got := len(scoring.Differences(s.Then, s.Known).Changes) == 0; got != x.asThen {
			t.Errorf("%s: the middle is as then: %v", x.name, got)
		}
		if got := len(scoring.Differences(s.Known, s.Now).Changes) == 0; got != x.asNow {
			t.Errorf("%s: the middle is as now: %v", x.name, got)
		}
		if back := e.Since(now, x.old); !slices.Equal(back.Lost, s.Learned) && x.name != "a row known by now" {
			t.Errorf("%s: backwards lost %v", x.name, back.Lost)
		}
	}
}

// A deeper look is knowledge: answers of the quick path stay, those of the full one come.
func TestSinceTheQuickPath(t *testing.T) {
	b := load(t, "../data/banks/digitalkompass")
	now := b.Case("metallbau-35").Assessment
	quick := *now
	quick.Path = questionnaire.Quick
	old := questionnaire.NewNavigator(b).Shown(&quick)
	old.Bank.Version = "0.9.0"
	s := scoring.Compile(b).Since(old, now)
	if len(s.Learned) == 0 || len(s.Changed)+len(s.Lost) > 0 || !s.Rescored {
		t.Errorf("learned %v, changed %v, lost %v, rescored %v", s.Learned, s.Changed, s.Lost, s.Rescored)
	}
	if d := scoring.Differences(s.Known, s.Now).Changes; len(d) > 0 {
		t.Errorf("%+v", d)
	}
}

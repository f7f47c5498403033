package desktest

import (
	"fmt"
	"math/big"
	"strings"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
)

// Scene is a screen of the wizard to look at: how to get there with the small fixture bank. The wizard's own tests play it in
// memory, those of the program in a real window.
type Scene struct {
	Name string
	Keys string // by name, or letters to type; NoRoom is no key
	Fill bool   // begins with the draft Filled
	With Setting
}

// NoRoom stands among the keys of a scene: from then on nothing can be saved.
const NoRoom = "!full"

// Setting is what the world around a scene is like. The zero value is nothing out of the ordinary.
type Setting int

// The settings.
const (
	Told     Setting = iota + 1 // there is something to tell about the draft
	Sourced                     // assessments by other questionnaires answer some of the questions
	Choosing                    // there are other questionnaires
	Sampled                     // there is a sample
	Held                        // another window holds the draft
	Aged                        // the draft is of the day Before
)

// Before is the day of a draft that is Aged.
var Before = time.Date(2025, 11, 12, 10, 0, 0, 0, time.UTC)

// Scenes are all of them; every screen is in one at least.
var Scenes = []Scene{
	{Name: "welcome"},
	{Name: "welcome-drafts", Fill: true},
	{Name: "deleting", Keys: "del", Fill: true},
	{Name: "leaving", Keys: "esc"},
	{Name: "switching", Keys: "s"},
	{Name: "reading", Keys: "end enter"},
	{Name: "name", Keys: "enter Kessler"},
	{Name: "number", Keys: "down enter enter"},
	{Name: "number-band", Keys: "down enter enter 7"},
	{Name: "number-wrong", Keys: "down enter enter 7 7 7 7 7 7 enter"},
	{Name: "choice", Keys: "down enter enter 9 enter"},
	{Name: "ladder-fresh", Keys: "down enter enter 9 enter 1 enter"},
	{Name: "ladder-answered", Keys: "down enter enter 9 enter 1 enter 2"},
	{Name: "ladder-bar", Keys: "down enter enter 9 enter 1 enter 2 tab tab right"},
	{Name: "multi-cleared", Keys: "enter g 3 enter 4", Fill: true},
	{Name: "grid", Keys: "enter g 4 enter up", Fill: true},
	{Name: "share-unknown", Keys: "enter g 5 enter", Fill: true},
	{Name: "help", Keys: "enter g 1 enter h", Fill: true},
	{Name: "note", Keys: "enter g 1 enter n E i n s enter Z w e i", Fill: true},
	{Name: "jump", Keys: "enter g s h o p", Fill: true},
	{Name: "review", Keys: "enter a", Fill: true},
	{Name: "review-unknown", Keys: "enter a right right", Fill: true},
	{Name: "carried", Keys: "enter down down enter tab g 1 enter", Fill: true},
	{Name: "carried-grid", Keys: "enter down down enter tab g 4 enter", Fill: true},
	{Name: "review-carried", Keys: "enter down down enter enter tab a right right right right right right down down", Fill: true},
	{Name: "review-confirmed", Keys: "enter down down enter tab a right right right right right right end up enter", Fill: true},
	{Name: "result-carried", Keys: "enter down down enter enter tab e down enter", Fill: true},
	{Name: "advice", Keys: "enter g 1 enter v 1 esc end up up up 3", Fill: true},
	{Name: "menu", Keys: "enter g 1 enter ?", Fill: true},
	{Name: "finished", Keys: "enter", Fill: true},
	{Name: "result", Keys: "enter e down enter", Fill: true},
	{Name: "why", Keys: "enter e down enter down down enter", Fill: true},
	{Name: "why-total", Keys: "enter e down enter 2", Fill: true},
	{Name: "steps", Keys: "enter e down enter 3", Fill: true},
	{Name: "module", Keys: "enter e down enter 4", Fill: true},
	{Name: "files", Keys: "enter e down enter 5 enter", Fill: true},
	{Name: "deeper", Keys: "enter enter 9 enter 2 enter 2 enter"},
	{Name: "result-details", Keys: "enter e enter 8 0 0 0 enter", Fill: true},
	{Name: "funding", Keys: "enter enter 9 enter 1 enter 2 enter 3 3 enter down enter"},
	{Name: "old", Keys: "enter g 1 enter 1", Fill: true, With: Aged},
	{Name: "interrupt", Keys: "enter ctrl+c"},
	{Name: "notices", Keys: "enter", Fill: true, With: Told},
	{Name: "notices-end", Keys: "enter end", Fill: true, With: Told},
	{Name: "reusing", Keys: "down enter", With: Sourced},
	{Name: "reused", Keys: "down enter enter", With: Sourced},
	{Name: "choosing", Keys: "down down enter", With: Choosing},
	{Name: "in-use", Keys: "enter", Fill: true, With: Held},
	{Name: "unsaved", Keys: "enter Kess !full l"},
	{Name: "unsaved-leaving", Keys: "enter Kess !full l esc down p"},
	{Name: "folder", Keys: "enter e down enter 5 down enter", Fill: true},
	{Name: "term", Keys: "enter g 1 enter tab enter", Fill: true},
	{Name: "glossary", Keys: "enter g 1 enter k", Fill: true},
	{Name: "glossary-found", Keys: "enter g 1 enter k s p a n", Fill: true},
	{Name: "formats", Keys: "enter e down enter 5 down down enter down enter", Fill: true},
	{Name: "readers", Keys: "enter e down enter 5 down down down enter down", Fill: true},
	{Name: "files-several", Keys: "enter e down enter 5 down down enter down enter esc down enter down enter up up up enter", Fill: true},
	{Name: "note-help", Keys: "enter g 1 enter n f1", Fill: true},
	{Name: "advice-top", Keys: "enter g 1 enter v", Fill: true},
	{Name: "advice-panel", Keys: "enter g 1 enter v tab tab tab tab tab down", Fill: true},
	{Name: "evidence", Keys: "enter g 1 enter v tab tab down enter B e l e g", Fill: true},
	{Name: "advice-help", Keys: "enter g 1 enter v h", Fill: true},
	{Name: "why-help", Keys: "end up enter 2 enter enter", With: Sampled},
}

// Filled is an answered assessment of the small fixture bank, on the full path.
func Filled(b *questionnaire.Bank, l i18n.Lang, now func() time.Time) *questionnaire.Assessment {
	iv := questionnaire.NewInterview(b, questionnaire.New(b, questionnaire.Full, l, now()), now)
	put := func(id string, ans questionnaire.Answer) { iv.Put(b.Question(id), ans) }
	value := func(v questionnaire.Value) questionnaire.Answer {
		return questionnaire.WithValue(questionnaire.Answer{}, v)
	}
	put("company_name", value(questionnaire.Value{Text: "Metallbau Kessler"}))
	put("employees", value(questionnaire.Value{Figure: big.NewRat(67, 2)}))
	put("machines", value(questionnaire.Value{Option: "yes"}))
	put("order", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "files"}, Note: "Aufmaße kommen auf Papier.", Later: true})
	put("typing", value(questionnaire.Value{Option: "some"}))
	put("extras", value(questionnaire.Value{Set: []string{"shop", "app"}}))
	put("capture", value(questionnaire.Value{Rows: map[string]string{"sales": "yes", "stock": questionnaire.RowNotApplicable}}))
	put("paperless", questionnaire.WithState(questionnaire.Answer{}, questionnaire.Unknown))
	put("wishes", value(questionnaire.Value{Set: []string{"texts"}}))
	return iv.Assessment()
}

// Result is a pane of the result of one of the fixture banks of the reports, which have other scales, no stages, no modules.
type Result struct {
	Bank   string
	Sample string // a worked example; "" for nothing answered
	Keys   string // from the first pane on
}

// Name is the name of its golden.
func (r Result) Name() string {
	return strings.ReplaceAll(fmt.Sprintf("bank-%s-%s-%s", r.Bank, r.Sample, r.Keys), " ", "-")
}

// Results are all of them.
var Results = []Result{
	{"punkte", "server", "1"},
	{"punkte", "server", "2"},
	{"punkte", "server", "2 enter"},
	{"punkte", "server", "3"}, // no steps, no module: the files
	{"punkte", "offen", "1"},
	{"punkte", "offen", "1 down down"},
	{"zwoelf", "sieben", "1"},
	{"zwoelf", "sieben", "2"},
	{"zwoelf", "sieben", "3"},
	{"zwoelf", "sieben", "4"},
	{"zwoelf", "", "1"},
	{"punkte", "", "1"},
	{"fuenf", "vorbild", "1"},
	{"fuenf", "gebremst", "1"},
}

// Changed is what the last detail for funding changes in worked examples of the shipped bank that Lacking leaves without it.
var Changed = map[string]string{
	"metallbau-35":   "Mit Ihren Angaben zur Förderung passt jetzt am besten: Zuschuss oder Kredit für ein Vorhaben.",
	"baeckerei-6":    "Mit Ihren Angaben zur Förderung kommt jetzt in Frage: Handwerkskammer Erfurt.",
	"hotel-28":       "Mit Ihren Angaben ist 1 Bedingung von „Mittelstand-Digital Zentrum Ilmenau“ geklärt. Die Empfehlung bleibt.",
	"zulieferer-180": "Ihre Angaben zur Förderung ändern das empfohlene Modul nicht.",
}

// Lacking is a worked example that lacks nothing but the last detail for support programmes: which, and what to say there.
func Lacking(b *questionnaire.Bank, id string) (*questionnaire.Assessment, *questionnaire.Question, questionnaire.Answer) {
	nav := questionnaire.NewNavigator(b)
	declined := questionnaire.Answer{State: questionnaire.Unknown}
	a := b.Case(id).Assessment.With(b.Question(questionnaire.FieldName), questionnaire.Answer{State: questionnaire.Skipped})
	last := nav.Section(a, questionnaire.SectionFunding)[0].Question
	for n := 0; n < len(nav.Section(a, questionnaire.SectionFunding)); n++ { // an answer may bring further ones
		last = nav.Section(a, questionnaire.SectionFunding)[n].Question
		if a.Get(last).State == questionnaire.Open {
			a = a.With(last, declined)
		}
	}
	lacks := *a.With(last, questionnaire.Answer{})
	questions := nav.Section(a, questionnaire.SectionQuestions)
	lacks.Bank, lacks.Position = b.Ref(), questions[len(questions)-1].Question.ID
	return &lacks, last, a.Get(last)
}

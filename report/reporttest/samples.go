package reporttest

import (
	"math/big"
	"slices"
	"strings"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Odd is text that nobody expects: emoji, other scripts, directions, control characters, marks.
const Odd = "Bäckerei „Süß“ 🥐 & <Söhne> עברית العربية 日本語 \u202eumgedreht\u202c \x1b[31mrot\x07 e\u0301 a|b `c` *d* \u00adweich ẞ € ≥ №"

// Samples are the companies, in both languages. They are evaluated once.
func (w World) Samples() []Sample {
	stock.Lock()
	defer stock.Unlock()
	if stock.samples[w] == nil {
		if stock.samples == nil {
			stock.samples = map[World][]Sample{}
		}
		stock.samples[w] = w.samples()
	}
	return slices.Clone(stock.samples[w])
}

func (w World) samples() []Sample {
	var out []Sample
	engine, known := scoring.Compile(w.Bank), map[string]Sample{}
	for _, l := range i18n.Languages() {
		p := w.Words.Printer(l)
		add := func(name string, a *questionnaire.Assessment) {
			s, ok := known[name]
			if !ok {
				s.Result = engine.Evaluate(a)
				s.Advice = offer.Recommend(w.Offers, s.Result, w.Day)
				known[name] = s
			}
			s.Name, s.Printer = name+"/"+string(l), p
			out = append(out, s)
		}
		for _, c := range w.Bank.Cases {
			add(c.ID, c.Assessment)
		}
		empty := &questionnaire.Assessment{Path: questionnaire.Full}
		add("empty", empty)
		add("one-answer", w.with(empty, "digital-goals", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "written-down"}}))
		usual := w.Bank.Cases[1].Assessment
		long := strings.Repeat("Präzisionswerkzeugmaschinenbau ", 3)[:90]
		add("long-name", w.named(usual, long))
		add("capitals", w.named(usual, strings.ToUpper(long)))
		add("one-word", w.named(usual, strings.Repeat("Donaudampfschifffahrt", 9)))
		add("odd", w.noted(w.named(usual, Odd), Odd))
		add("notes", w.noted(usual, strings.Repeat("Aufmaße kommen auf Papier aus der Montage, das Büro tippt sie ab. ", 76)[:5000]))
		add("unbroken", w.noted(usual, strings.Repeat("x", 5000)))
		add("cents", w.with(usual, "project_volume", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(2999999, 100)}}))
		add("begun", w.with(usual, "project", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "begun"}}))
		small := w.with(usual, "project_volume", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "under-5k"}})
		add("since", usual)
		out[len(out)-1].Since = w.since(usual)
		add("carried", w.carried(usual))
		out[len(out)-1].Since = w.since(w.carried(usual))
		add("closed", w.with(small, "employees", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(80, 1)}}))
	}
	return out
}

// since compares with a year before: one answer was another, one was not known, one is lost since.
func (w World) since(now *questionnaire.Assessment) *scoring.Since {
	old := *now
	old.Updated = time.Date(2025, 11, 15, 0, 0, 0, 0, time.UTC)
	then := w.with(&old, "digital-goals", questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Option: "case-by-case"}})
	then = w.with(then, "two-factor", questionnaire.Answer{State: questionnaire.Unknown})
	s := scoring.Compile(w.Bank).Since(then, now)
	return &s
}

// carried has answers that were taken over and not confirmed: one detail of the company, the first three questions of two
// areas, these from another year.
func (w World) carried(a *questionnaire.Assessment) *questionnaire.Assessment {
	mark := func(q *questionnaire.Question, year int) {
		ans := a.Get(q)
		ans.Carried = source.Day{Year: year, Month: 3, Day: 12}
		a = w.with(a, q.ID, ans)
	}
	mark(w.Bank.Question("employees"), 2025)
	for i, d := range w.Bank.Dimensions[:2] {
		for _, q := range d.Questions[:3] {
			mark(q, 2025-i)
		}
	}
	return a
}

func (w World) with(a *questionnaire.Assessment, id string, ans questionnaire.Answer) *questionnaire.Assessment {
	return a.With(w.Bank.Question(id), ans)
}

func (w World) named(a *questionnaire.Assessment, name string) *questionnaire.Assessment {
	return w.with(a, questionnaire.FieldName, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Text: name}})
}

// noted puts a note on three answers.
func (w World) noted(a *questionnaire.Assessment, note string) *questionnaire.Assessment {
	for _, id := range []string{"digital-goals", "two-factor", "work-tools"} {
		q := w.Bank.Question(id)
		ans := a.Get(q)
		ans.Note, ans.Evidence = note, "Ordner „Nachweise“, Blatt 3"
		a = a.With(q, ans)
	}
	return a
}

package cli

import (
	"sync"
	"time"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/cmd/internal/session"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/benchmark"
	"digitalkompass/scoring/offer"
)

// office serves the faces: it is the desk with files behind it.
type office struct {
	app    *app
	bank   *questionnaire.Bank
	engine func() *scoring.Engine  // made when a result is asked for
	offers func() *offer.Catalogue // read when advice is asked for
	peers  *benchmark.Catalogue
	store  session.Store
	day    source.Day
}

var _ desk.Desk = (*office)(nil)

// office opens the desk for a bank.
func (a *app) office(bank string) (*office, error) {
	b, err := a.bank(bank)
	if err != nil {
		return nil, err
	}
	return a.officeFor(b)
}

func (a *app) officeFor(b *questionnaire.Bank) (*office, error) {
	offers, err := a.offersFor(b)
	if err != nil {
		return nil, err
	}
	peers, err := a.benchmark(b)
	if err != nil {
		return nil, err
	}
	day, err := a.day()
	if err != nil {
		return nil, err
	}
	return &office{app: a, bank: b, engine: sync.OnceValue(func() *scoring.Engine { return scoring.Compile(b) }), offers: offers, peers: peers, store: a.store(b), day: day}, nil
}

func (o *office) Now() time.Time                    { return o.app.env.Now() }
func (o *office) Today() source.Day                 { return o.day }
func (o *office) Bank() *questionnaire.Bank         { return o.bank }
func (o *office) Printer(l i18n.Lang) *i18n.Printer { return o.app.cat.Printer(l) }
func (o *office) Version() string                   { return Version }
func (o *office) Folder() string                    { return o.store.Dir }
func (o *office) Advice() bool                      { return o.store.Advice() }
func (o *office) KeepAdvice(on bool)                { o.store.KeepAdvice(on) }
func (o *office) Delete(d desk.Draft) error         { return o.store.Delete(d.Path) }
func (o *office) HasDemo() bool                     { return o.bank.HasExamples() }
func (o *office) Demo() *questionnaire.Assessment   { return o.bank.Demo() }

// Evaluate scores and recommends. A bank without modules gets empty advice.
func (o *office) Evaluate(a *questionnaire.Assessment) (*scoring.Result, *offer.Advice) {
	r := o.engine().Evaluate(a)
	return r, offer.Recommend(o.offers(), r, o.day)
}

// Stuck says whether a dimension can have no score without another answer to what is not known.
func (o *office) Stuck(a *questionnaire.Assessment, dimension string) (missing int, stuck bool) {
	return o.engine().Stuck(a, dimension)
}

// Stage is the stage alone.
func (o *office) Stage(a *questionnaire.Assessment) scoring.StageRange { return o.engine().StageOf(a) }

// Telling are the open questions that settle most.
func (o *office) Telling(a *questionnaire.Assessment) []string {
	return o.engine().Telling(a, o.offers().Marks())
}

// Deciding are those of them that can still change something.
func (o *office) Deciding(a *questionnaire.Assessment) ([]string, int) {
	return o.engine().Deciding(a, o.offers().Marks())
}

// Drafts are the saved assessments of this and all shipped banks, latest first.
func (o *office) Drafts() (drafts []desk.Draft, unreadable int, err error) {
	paths, found, unreadable := o.store.List()
	engines := map[*questionnaire.Bank]*scoring.Engine{} // for finished ones
	for i, a := range found {
		bank := o.app.known(a.Bank.Name())
		if bank == nil {
			bank = o.bank // a file that was written by hand and names none
		}
		nav := questionnaire.NewNavigator(bank)
		d := desk.Draft{
			Path: paths[i], Name: a.CompanyName(), Started: source.DayOf(a.Started), Updated: source.DayOf(a.Updated),
			BankVersion: a.Bank.Version, Stale: a.Bank.Version != bank.About.Version, Progress: nav.Progress(a), Language: a.Language, Bank: deskBank(bank),
		}
		if it, open := nav.FirstOpen(a); open {
			d.At = desk.At(nav, a, it)
		} else {
			if engines[bank] == nil {
				engines[bank] = scoring.Compile(bank)
			}
			d.Finished, d.Stage = true, engines[bank].StageOf(a).Level
			d.Waiting, _ = desk.Waiting(nav, a)
		}
		drafts = append(drafts, d)
	}
	return drafts, unreadable, nil
}

// Reusable are saved assessments by other banks that this bank's mapping takes answers from.
func (o *office) Reusable() []desk.Source {
	var out []desk.Source
	if len(o.bank.Reuse) == 0 {
		return nil
	}
	_, found, _ := o.store.List()
	for _, a := range found {
		other := o.app.known(a.Bank.Name())
		if other == nil || other.About.ID == o.bank.About.ID {
			continue
		}
		if answers := o.bank.Proposals(other, a); len(answers) > 0 {
			out = append(out, desk.Source{Name: a.CompanyName(), Bank: other.About.Title, Updated: source.DayOf(a.Updated), Answers: answers})
		}
	}
	return out
}

// Start begins a new assessment in a new file.
func (o *office) Start(p questionnaire.Path, l i18n.Lang) (desk.Session, error) {
	f, err := o.store.Start(p, l)
	if err != nil {
		return nil, err
	}
	return f, nil
}

// Open continues a draft.
func (o *office) Open(d desk.Draft) (desk.Session, error) { return o.open(d.Path) }

func (o *office) open(path string) (desk.Session, error) {
	var found source.Diagnostics
	f, err := o.store.Open(path, &found)
	if err != nil {
		return nil, err
	}
	if f == nil {
		return nil, o.app.broken("", &found)
	}
	return f, nil
}

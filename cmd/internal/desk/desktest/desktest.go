// Package desktest is a desk in memory, so that the faces can be driven by tests without files and clocks.
package desktest

import (
	"fmt"
	"io/fs"
	"slices"
	"testing"
	"time"

	"digitalkompass/cmd/internal/desk"
	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Desk is a desk in memory. Its fields may be set between calls.
type Desk struct {
	Clock   time.Time
	Sample  *questionnaire.Assessment
	SaveErr error           // what Save answers from now on
	InUse   map[string]bool // paths that another process holds
	Reports []desk.Written  // what was written
	Notices []i18n.Message  // what the next session opened has to tell
	asked
	offers *offer.Catalogue
	words  *i18n.Catalogue
	files  []*Session // oldest first
	others
}

// asked is the bank and its engine.
type asked struct {
	bank   *questionnaire.Bank
	engine *scoring.Engine
}

// others are the other questionnaires and what they have for this one.
type others struct {
	Sources []desk.Source // what other questionnaires' assessments have for this one
	Others  []*Desk       // for the other banks to choose from
	viewer
	advises bool
	other   bool // whether this is one of them
}

// viewer is what shows files.
type viewer struct {
	Shown []string // what was to be shown
	Blind bool     // whether there is none
	// Ordered is how the last report was wanted.
	Ordered desk.Order
}

// Session is an assessment kept in memory.
type Session struct {
	desk    *Desk
	path    string
	saved   *questionnaire.Assessment
	history questionnaire.History
	notices []i18n.Message
	Saves   int // how often it was saved
	Closed  bool
}

var _ desk.Desk = (*Desk)(nil)

// New makes a desk for a bank and its offers; data is the folder with "locales".
func New(tb testing.TB, data fs.FS, b *questionnaire.Bank, c *offer.Catalogue) *Desk {
	tb.Helper()
	return &Desk{Clock: time.Date(2026, 11, 22, 9, 12, 0, 0, time.UTC), InUse: map[string]bool{}, asked: asked{b, scoring.Compile(b)}, offers: c, words: wordsIn(tb, data)}
}

// Bank loads a bank from a folder.
func Bank(tb testing.TB, files fs.FS) *questionnaire.Bank {
	tb.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(files, &d)
	report(tb, &d)
	return b
}

// Fresh is a desk with the same bank, offers and words and nothing else.
func (d *Desk) Fresh() *Desk {
	return &Desk{Clock: d.Clock, Sample: d.Sample, InUse: map[string]bool{}, asked: d.asked, offers: d.offers, words: d.words}
}

func report(tb testing.TB, d *source.Diagnostics) {
	tb.Helper()
	if d.Failed() {
		for _, x := range d.All() {
			tb.Errorf("%s: %s %v", x.Pos, x.Code, x.Args)
		}
		tb.FailNow()
	}
}

// Now is the clock, which stands still.
func (d *Desk) Now() time.Time { return d.Clock }

// Today is the clock's day.
func (d *Desk) Today() source.Day { return source.DayOf(d.Clock) }

// Bank is the bank asked.
func (d *Desk) Bank() *questionnaire.Bank { return d.bank }

// Printer prints in a language.
func (d *Desk) Printer(l i18n.Lang) *i18n.Printer { return d.words.Printer(l) }

// Advice is what KeepAdvice kept.
func (d *Desk) Advice() bool { return d.advises }

// KeepAdvice keeps the view.
func (d *Desk) KeepAdvice(on bool) { d.advises = on }

// Version is a version of the program.
func (d *Desk) Version() string { return "1.0" }

// Folder is a name for the memory.
func (d *Desk) Folder() string { return "Dokumente/Digitalkompass" }

// Reusable are the sources given.
func (d *Desk) Reusable() []desk.Source { return d.Sources }

// HasDemo says whether there is a sample.
func (d *Desk) HasDemo() bool { return d.Sample != nil }

// Demo is the sample.
func (d *Desk) Demo() *questionnaire.Assessment { return d.Sample }

// Usual says whether the bank is the one asked when none is named: the one whose desk has others.
func (d *Desk) Usual() bool { return !d.other }

// Choice says whether there are other banks.
func (d *Desk) Choice() bool { return d.other || len(d.Others) > 0 }

// Banks are this one and the others.
func (d *Desk) Banks() []desk.Bank {
	out := []desk.Bank{d.listed()}
	for _, o := range d.Others {
		out = append(out, o.listed())
	}
	return out
}

func (d *Desk) listed() desk.Bank {
	about := d.bank.About
	return desk.Bank{ID: about.ID, Title: about.Title, Minutes: d.bank.Times(), Staged: len(d.bank.Stages) > 0}
}

// With is the desk for another bank.
func (d *Desk) With(id string) (desk.Desk, error) {
	for _, o := range append([]*Desk{d}, d.Others...) {
		if o.bank.About.ID == id {
			o.other = o != d
			return o, nil
		}
	}
	return nil, fs.ErrNotExist
}

// Keep puts an assessment into the memory, as if it had been saved before, and gives its session.
func (d *Desk) Keep(a *questionnaire.Assessment) *Session {
	s := &Session{desk: d, path: fmt.Sprintf("%s/%d.kompass.json", d.Folder(), len(d.files)+1), saved: a, Closed: true}
	d.files = append(d.files, s)
	return s
}

// Last is the session begun last, or nil.
func (d *Desk) Last() *Session {
	if len(d.files) == 0 {
		return nil
	}
	return d.files[len(d.files)-1]
}

// Drafts are all sessions, latest first.
func (d *Desk) Drafts() ([]desk.Draft, int, error) {
	nav := questionnaire.NewNavigator(d.bank)
	var out []desk.Draft
	for _, s := range slices.Backward(d.files) {
		a := s.saved
		x := desk.Draft{
			Path: s.path, Name: a.CompanyName(), Started: source.DayOf(a.Started), Updated: source.DayOf(a.Updated),
			BankVersion: a.Bank.Version, Stale: a.Bank.Version != d.bank.About.Version, Progress: nav.Progress(a), Language: a.Language, Bank: d.listed(),
		}
		if it, open := nav.FirstOpen(a); open {
			x.At = desk.At(nav, a, it)
		} else {
			x.Finished, x.Stage = true, d.engine.StageOf(a).Level
			x.Waiting, _ = desk.Waiting(nav, a)
		}
		out = append(out, x)
	}
	return out, 0, nil
}

// Start begins a session.
func (d *Desk) Start(p questionnaire.Path, l i18n.Lang) (desk.Session, error) {
	if d.SaveErr != nil {
		return nil, d.SaveErr
	}
	s := d.Keep(questionnaire.New(d.bank, p, l, d.Clock))
	s.Closed = false
	return s, nil
}

// Open continues a session.
func (d *Desk) Open(x desk.Draft) (desk.Session, error) {
	if d.InUse[x.Path] {
		return nil, &desk.InUseError{Path: x.Path, Since: d.Clock}
	}
	for _, s := range d.files {
		if s.path == x.Path {
			s.Closed, s.notices, d.Notices = false, d.Notices, nil
			return s, nil
		}
	}
	return nil, fs.ErrNotExist
}

// Delete forgets a session.
func (d *Desk) Delete(x desk.Draft) error {
	if d.InUse[x.Path] {
		return &desk.InUseError{Path: x.Path, Since: d.Clock}
	}
	d.files = slices.DeleteFunc(d.files, func(s *Session) bool { return s.path == x.Path })
	return nil
}

// Stuck says whether a dimension can have no score without another answer to what is not known.
func (d *Desk) Stuck(a *questionnaire.Assessment, dimension string) (missing int, stuck bool) {
	return d.engine.Stuck(a, dimension)
}

// Stage is the stage alone.
func (d *Desk) Stage(a *questionnaire.Assessment) scoring.StageRange {
	return d.engine.StageOf(a)
}

// Telling are the open questions that settle most.
func (d *Desk) Telling(a *questionnaire.Assessment) []string {
	return d.engine.Telling(a, d.offers.Marks())
}

// Deciding are those of them that can still change something.
func (d *Desk) Deciding(a *questionnaire.Assessment) ([]string, int) {
	return d.engine.Deciding(a, d.offers.Marks())
}

// Evaluate scores and recommends.
func (d *Desk) Evaluate(a *questionnaire.Assessment) (*scoring.Result, *offer.Advice) {
	r := d.engine.Evaluate(a)
	return r, offer.Recommend(d.offers, r, d.Today())
}

// Assessment is the state as it was kept last.
func (s *Session) Assessment() *questionnaire.Assessment { return s.saved }

// Save keeps the state.
func (s *Session) Save(a *questionnaire.Assessment, h questionnaire.History) error {
	if s.desk.SaveErr != nil {
		return s.desk.SaveErr
	}
	s.saved, s.history = a, h
	s.Saves++
	return nil
}

// History is what could be taken back when the state was kept last.
func (s *Session) History() questionnaire.History { return s.history }

// Path names the session.
func (s *Session) Path() string { return s.path }

// Close gives it free.
func (s *Session) Close() error {
	s.Closed = true
	return nil
}

// Notices are what there is to tell once.
func (s *Session) Notices() []i18n.Message { return s.notices }

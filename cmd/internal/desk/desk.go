// Package desk is what a face may ask of the world: drafts, saving, results, reports. The faces know these interfaces
// and nothing of files, clocks or writers, so both can be driven by tests in memory.
package desk

import (
	"errors"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// Desk serves a face.
type Desk interface {
	Now() time.Time
	Today() source.Day // the day that programmes are judged on
	Bank() *questionnaire.Bank
	Printer(i18n.Lang) *i18n.Printer
	Version() string // of the program
	Folder() string  // where drafts are kept, as shown to people
	Usual() bool     // whether the bank is the one asked when none is named
	Choice() bool    // whether there are others to choose from
	// Banks are those to choose from, the usual first. Finding them out takes a moment.
	Banks() []Bank
	// With is the desk for another of them, by its id.
	With(id string) (Desk, error)

	// Advice says whether the view for advisers was on last, KeepAdvice keeps it.
	Advice() bool
	KeepAdvice(on bool)

	// Drafts are the saved assessments, latest first. Files that cannot be read are left out and counted.
	Drafts() (drafts []Draft, unreadable int, err error)
	// Reusable are saved assessments by other questionnaires with answers that mean the same in this one, latest first.
	Reusable() []Source
	// Start begins a new assessment in a new file.
	Start(questionnaire.Path, i18n.Lang) (Session, error)
	// Open continues a draft. The error is an *InUseError when another process holds it.
	Open(Draft) (Session, error)
	Delete(Draft) error
	// HasDemo says whether there is a sample company, without reading it.
	HasDemo() bool
	// Demo is the sample company, never saved.
	Demo() *questionnaire.Assessment

	Evaluate(*questionnaire.Assessment) (*scoring.Result, *offer.Advice)
	// Stage is the stage alone, at once, where Evaluate may take a moment.
	Stage(*questionnaire.Assessment) scoring.StageRange
	// Stuck says whether a dimension can have no score without another answer to what is not known, and how many it lacks.
	Stuck(a *questionnaire.Assessment, dimension string) (missing int, stuck bool)
	// Telling are the open questions, those first whose answers settle most about stage and module.
	Telling(*questionnaire.Assessment) []string
	// Deciding are those of them that can still change stage or module, in the same order; most is how many they may
	// become, with follow-ups.
	Deciding(*questionnaire.Assessment) (ids []string, most int)
	// Audiences are those a report can be made for.
	Audiences() []Audience
	// Formats are those that a report for an audience ("" for everybody) can have, the usual one first.
	Formats(audience string) []Format
	// Report writes the report in every format of an order, and never replaces a file. All are made before the first is
	// written.
	Report(s Session, a *questionnaire.Assessment, o Order) (Written, error)
	// Show opens a file or folder with the system's viewer.
	Show(path string) error
}

// Session is one assessment with its file, held by this process alone.
type Session interface {
	Assessment() *questionnaire.Assessment // as it was opened or, later, given to Save last or saved last
	History() questionnaire.History        // what could be taken back then
	// Save keeps the state with what can be taken back; a *SaveError says what is wrong and how to mend it.
	Save(*questionnaire.Assessment, questionnaire.History) error
	Path() string
	Close() error
	// Notices are what there is to tell once on opening (a repaired file, a newer bank): messages below "notice.".
	Notices() []i18n.Message
}

// Bank is a questionnaire as lists of them show it.
type Bank struct {
	ID      string // with its variant, see questionnaire.BankRef.Name
	Title   i18n.Text
	Minutes map[questionnaire.Path]int
	Staged  bool // whether its result is a stage
}

// Draft is a saved assessment as the list of them shows it.
type Draft struct {
	Path        string
	Name        string // the company's, or ""
	Started     source.Day
	Updated     source.Day
	BankVersion string
	Stale       bool // the bank has a newer version now
	Progress    questionnaire.Progress
	At          int // number of the question that one goes on at
	Outcome
	Language i18n.Lang
	Bank     Bank
}

// Outcome is what a saved assessment came to.
type Outcome struct {
	Finished bool // nothing is open
	Stage    int  // of a finished one; 0 for none
	Waiting  int  // answers to questions of a finished one that were taken over and not confirmed
}

// Ended says what a finished assessment came to, "" of one that is not finished.
func (d Draft) Ended(p *i18n.Printer) string {
	switch {
	case !d.Finished:
		return ""
	case !d.Bank.Staged:
		return p.T("welcome.finished.points")
	case d.Stage == 0:
		return p.T("welcome.finished.none")
	case d.Waiting > 0:
		return p.T("welcome.waiting", "n", d.Waiting, "stage", d.Stage)
	}
	return p.T("welcome.finished", "n", d.Stage)
}

// Source is a saved assessment by another questionnaire, with what it answers in this one.
type Source struct {
	Name    string    // the company's, or ""
	Bank    i18n.Text // its questionnaire
	Updated source.Day
	Answers map[string]questionnaire.Answer // by the ids of this one's questions
}

// ErrNoViewer says that the system has nothing that shows a file.
var ErrNoViewer = errors.New("no viewer")

// InUseError says that another process holds a file.
type InUseError struct {
	Path  string
	Since time.Time
}

func (e *InUseError) Error() string { return "in use: " + e.Path }

// SaveError says why a file could not be written. Kind is one of "full", "readonly", "gone", "edited", "absent"
// for a folder that was never there but can be made, "nowhere" for one that cannot, "other", and names the message below "save.".
type SaveError struct {
	Kind   string
	Folder string
	File   string
	Cause  error
}

func (e *SaveError) Error() string { return "save: " + e.Kind + ": " + e.Folder }

func (e *SaveError) Unwrap() error { return e.Cause }

// ErrInterrupted is returned by a face that was interrupted (Ctrl+C, end of input with open questions): everything
// is saved, the exit status is 130.
var ErrInterrupted = errors.New("interrupted")

// ErrSwitchFace is returned by a face whose user wants to go on in the other one, at the same question.
var ErrSwitchFace = errors.New("switch face")

// Start says where a face begins. The zero value is the welcome screen.
type Start struct {
	Desk    Desk               // in whose bank the face was left; nil for the one it began with
	Session Session            // continue this one at once
	Path    questionnaire.Path // or start a new one on this path
	Lang    i18n.Lang
}

package questionnaire

import (
	"maps"
	"time"

	"digitalkompass/questionnaire/i18n"
)

// Path is a selection of the bank's questions.
type Path string

// The paths. Answers given on one stay valid on the others.
const (
	Quick  Path = "quick"  // the questions marked for it
	Deeper Path = "deeper" // these and every other one that is answered: the quick path, gone on with where it matters
	Full   Path = "full"   // all questions
)

// BankRef names the bank that an assessment was made with.
type BankRef struct {
	ID, Version, Digest string
	Variant             string // of the model, "" where there is none
}

// Ref names a bank.
func (b *Bank) Ref() BankRef {
	return BankRef{ID: b.About.ID, Version: b.About.Version, Digest: b.About.Digest, Variant: b.About.Variant}
}

// Assessment is one company's answers on one date.
type Assessment struct {
	Bank     BankRef
	Language i18n.Lang
	Path     Path
	Started  time.Time
	Updated  time.Time         // when an answer, note or mark was changed last: the day that an assessment is of
	Ref      string            // a mark of the sender's own, given back with the result
	Position string            // id of the item shown last, so that resuming continues there
	Company  map[string]Answer // by profile field id
	Answers  map[string]Answer // by question id
	// Since is the earlier assessment that was the template of this one, nil for none: its Bank, Path, Updated and
	// answers, these without notes and marks.
	Since *Assessment
}

// Earlier is the assessment that was the template of this one, to compare with; nil for none.
func (a *Assessment) Earlier() *Assessment {
	if a.Since == nil {
		return nil
	}
	out := *a.Since
	if out.Language == "" {
		out.Language = a.Language // files do not say it of a template
	}
	return &out
}

// New starts an empty assessment.
func New(b *Bank, path Path, lang i18n.Lang, now time.Time) *Assessment {
	return &Assessment{
		Bank:     b.Ref(),
		Language: lang, Path: path, Started: now, Updated: now,
		Company: map[string]Answer{}, Answers: map[string]Answer{},
	}
}

// Get is the answer to a question or profile field; an open one when there is none.
func (a *Assessment) Get(q *Question) Answer { return a.part(q)[q.ID] }

// With is a copy of the assessment with one answer replaced; an empty answer is removed.
func (a *Assessment) With(q *Question, ans Answer) *Assessment {
	out := *a
	m := maps.Clone(a.part(q))
	if m == nil {
		m = map[string]Answer{}
	}
	if ans.Empty() {
		delete(m, q.ID)
	} else {
		m[q.ID] = ans
	}
	if q.Dimension == "" {
		out.Company = m
	} else {
		out.Answers = m
	}
	return &out
}

func (a *Assessment) part(q *Question) map[string]Answer {
	if q.Dimension == "" {
		return a.Company
	}
	return a.Answers
}

// CompanyName is the name the company gave, or "".
func (a *Assessment) CompanyName() string { return a.Company[FieldName].Value.Text }

// Class is the size class the company belongs to, or "" for none.
func (a *Assessment) Class(b *Bank) string {
	for _, c := range b.Classes {
		if c.When.Holds(b, a) {
			return c.ID
		}
	}
	return ""
}

// Shape is the question as it is asked and scored for this company: options may differ by size class.
func (a *Assessment) Shape(b *Bank, q *Question) *Question {
	if len(q.sized) == 0 {
		return q
	}
	if s := q.sized[a.Class(b)]; s != nil {
		return s
	}
	return q
}

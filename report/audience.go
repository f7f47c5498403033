package report

import (
	"slices"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
)

// Audience is somebody whom a report is for, and what of it they see. Scores are computed from all answers, whoever
// reads them; everything else is said from what the audience sees alone, so that nothing hidden shows through. Where
// there is none (nil), everything is shown, and the points of single answers in tables only.
type Audience struct {
	ID          string
	Title       i18n.Text
	About       i18n.Text // completes "a report for …": what it is for
	Parts       []string  // of PartIDs, in that order
	AllFields   bool      // every detail of the company
	Fields      []string  // else these
	Sees        Sight
	Identifying [][]string // details that together may lead to the company although its name is not told
}

// Sight says what somebody sees of the answers. Without Answers none of the rest is there to be seen.
type Sight struct {
	Answers    bool
	Notes      bool
	Targets    bool
	Confidence bool // what an answer is based on
	Trail      bool // points earned of those attainable
}

// sights are the words for Sight in files, in the order in which they are told.
var sights = []struct {
	word string
	of   func(*Sight) *bool
}{
	{"answers", func(s *Sight) *bool { return &s.Answers }},
	{"notes", func(s *Sight) *bool { return &s.Notes }},
	{"targets", func(s *Sight) *bool { return &s.Targets }},
	{"confidence", func(s *Sight) *bool { return &s.Confidence }},
	{"trail", func(s *Sight) *bool { return &s.Trail }},
}

// HasPart says whether a part of the document is for the audience.
func (x *Audience) HasPart(id string) bool { return x == nil || slices.Contains(x.Parts, id) }

// HasSheet says whether a table of a workbook is for the audience: of answers and measures only whoever sees the like in
// the document.
func (x *Audience) HasSheet(id string) bool {
	switch {
	case id == "talk":
		return x.talks()
	case x == nil:
		return true
	case id == "answers":
		return x.Sees.Answers
	case id == "offers":
		return x.HasPart("module")
	}
	return id != "measures" || x.HasPart(id)
}

// HasField says whether the audience sees a detail of the company.
func (x *Audience) HasField(id string) bool {
	return x == nil || x.AllFields || slices.Contains(x.Fields, id)
}

func (x *Audience) seesAnswers() bool { return x == nil || x.Sees.Answers }

// Machine says whether the audience may have the result for machines, which holds every answer's points
// and days that follow from the staff.
func (x *Audience) Machine() bool {
	return x == nil || x.Sees.Answers && x.Sees.Trail && x.HasField(questionnaire.FieldStaff)
}

// Shown is an assessment as far as the audience sees it.
func (x *Audience) Shown(b *questionnaire.Bank, a *questionnaire.Assessment) *questionnaire.Assessment {
	if x == nil {
		return a
	}
	out := *a
	out.Ref, out.Position, out.Since = "", "", nil
	out.Company, out.Answers = map[string]questionnaire.Answer{}, map[string]questionnaire.Answer{}
	for id, ans := range a.Company {
		if x.HasField(id) {
			out.Company[id] = x.answer(nil, ans)
		}
	}
	for id, ans := range a.Answers {
		if x.Sees.Answers {
			out.Answers[id] = x.answer(b.Question(id), ans)
		}
	}
	return &out
}

// answer is an answer without what the audience does not see of it. Where proof is to be found goes with
// the notes, and so does the mark for later, unless there is a sheet to talk with. A line of text in the company's own words is a note; of the details of the company (q is nil) it was allowed by name.
func (x *Audience) answer(q *questionnaire.Question, a questionnaire.Answer) questionnaire.Answer {
	if !x.Sees.Notes {
		a.Note, a.Evidence = "", ""
		if q != nil && q.Kind == questionnaire.Words {
			a.Value.Text = ""
		}
	}
	if !x.Sees.Notes && !x.talks() {
		a.Later = false
	}
	if !x.Sees.Targets {
		a.Target = ""
	}
	if !x.Sees.Confidence {
		a.Confidence = ""
	}
	return a
}

// Seen is a result as the audience may judge it: the same scores with the assessment that it sees. What is advised for
// it, and whom it is compared with, follows from that.
func (x *Audience) Seen(r *scoring.Result) *scoring.Result {
	if x == nil {
		return r
	}
	out := *r
	out.Assessment = x.Shown(r.Bank, r.Assessment)
	return &out
}

// Traces are the sets of details that are told and together may lead to the company; none where its name is told anyway.
func (x *Audience) Traces(b *questionnaire.Bank, a *questionnaire.Assessment) [][]*questionnaire.Question {
	if x == nil {
		return nil
	}
	shown := x.Shown(b, a)
	if shown.CompanyName() != "" {
		return nil
	}
	var out [][]*questionnaire.Question
	for _, set := range x.Identifying {
		var found []*questionnaire.Question
		for _, id := range set {
			if q := b.Question(id); q != nil && shown.Get(q).State == questionnaire.Answered {
				found = append(found, q)
			}
		}
		if len(found) == len(set) {
			out = append(out, found)
		}
	}
	return out
}

// Inventory is what an audience sees of a company, or does not see, in words.
type Inventory struct{ In, Out []string }

// Inventory lists details that the company gave, and kinds of content, by whether the audience sees them in one of the
// parts of a document or workbook. Answers and what belongs to them are in the list of answers, and of those to talk about
// also in the sheet for that.
func (x *Audience) Inventory(b *questionnaire.Bank, a *questionnaire.Assessment, p *i18n.Printer, parts []string) Inventory {
	var v Inventory
	put := func(in bool, name string) {
		if in {
			v.In = append(v.In, name)
		} else {
			v.Out = append(v.Out, name)
		}
	}
	for _, q := range b.Profile {
		if a.Get(q).State == questionnaire.Answered {
			put(x.HasField(q.ID), p.Text(q.Wording.Short))
		}
	}
	listed, talked := slices.Contains(parts, "answers"), slices.Contains(parts, "talk") && x.talks()
	for _, s := range sights {
		name := p.T("audience." + s.word)
		if !listed && talked && *s.of(&x.Sees) {
			name = p.T("audience.in-talk", "what", name)
		}
		put(*s.of(&x.Sees) && (listed || talked), name)
	}
	return v
}

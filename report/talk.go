package report

import (
	"slices"
	"strings"

	"digitalkompass/questionnaire"
)

// talking is a question to talk about with the company, and why.
type talking struct {
	q   *questionnaire.Question
	a   questionnaire.Answer
	why []string // below "talk.", the weightiest first
}

// talkReasons are why a question is talked about, the weightiest first.
var talkReasons = []string{"later", "carried", "unknown", "open", "no-basis", "no-proof"}

// talks says whether there is a sheet to talk with: only an audience that is named, and that has the part, gets one.
func (x *Audience) talks() bool { return x != nil && x.HasPart("talk") && x.Sees.Answers }

// talk is a sheet for a conversation: what does not go together, what was put aside, what was taken over and not confirmed, what nobody knew, what is
// still open, and what rests on nothing, with room for what is agreed; nil where there is nothing of the kind.
func (b *builder) talk() *Part {
	if !b.audience.talks() {
		return nil
	}
	t := Table{Columns: []Column{{Title: b.T("talk.question"), Share: 2}, {Title: b.T("talk.why"), Share: 1}}}
	for _, key := range []string{"agreed", "who", "until"} {
		t.Columns = append(t.Columns, Column{Title: b.T("talk." + key), Share: 1})
	}
	if asks := b.contradictions(); len(asks) > 0 {
		run := Run{Title: b.T("talk.group-conflict")}
		for _, ask := range asks {
			run.Rows = append(run.Rows, []Cell{{Text: ask}, {Text: capital(b.T("talk.conflict"))}, {}, {}, {}})
		}
		t.Runs = append(t.Runs, run)
	}
	all := b.talkings()
	for _, reason := range talkReasons {
		run := Run{Title: b.T("talk.group-" + reason)}
		for _, x := range all {
			if x.why[0] != reason {
				continue
			}
			asked := Cell{Text: b.Text(x.q.Wording.Text), Quiet: AnswerText(b.Printer, x.q, x.a)}
			if x.a.Note != "" {
				asked.Note = b.T("report.note", "text", x.a.Note)
			}
			run.Rows = append(run.Rows, []Cell{asked, {Text: b.because(x)}, {}, {}, {}})
		}
		if len(run.Rows) > 0 {
			t.Runs = append(t.Runs, run)
		}
	}
	if len(t.Runs) == 0 {
		return nil
	}
	return b.part("talk", b.T("talk.head"), b.T("talk.lead"), t)
}

// talkSheet is the same as a table to fill in.
func (b *builder) talkSheet() Sheet {
	s := b.sheet("talk", SheetColumn{Title: "area", Width: 22}, SheetColumn{Title: "question", Width: 46}, SheetColumn{Title: "answer", Width: 40},
		SheetColumn{Title: "reason", Width: 24}, SheetColumn{Title: "note", Width: 34}, SheetColumn{Title: "agreed", Width: 34, Fill: true},
		SheetColumn{Title: "by", Width: 18, Fill: true}, SheetColumn{Title: "until", Width: 12, Fill: true, Days: true})
	if !b.audience.talks() {
		return s
	}
	for _, ask := range b.contradictions() {
		s.Rows = append(s.Rows, []Datum{{}, words(ask), {}, words(capital(b.T("talk.conflict"))), {}, {}, {}, {}})
	}
	all := b.talkings()
	for _, reason := range talkReasons {
		for _, x := range all {
			if x.why[0] == reason {
				area := b.T("report.company")
				if d := b.bank.Dimension(x.q.Dimension); d != nil {
					area = b.Text(d.Title)
				}
				s.Rows = append(s.Rows, []Datum{words(area), words(b.Text(x.q.Wording.Text)), words(AnswerText(b.Printer, x.q, x.a)), words(b.because(x)), words(x.a.Note), {}, {}, {}})
			}
		}
	}
	return s
}

// contradictions ask about answers that do not go together, as far as the audience sees the details among them.
func (b *builder) contradictions() []string {
	var out []string
	for _, c := range b.bank.Conflicts {
		kept := slices.ContainsFunc(c.When, func(t questionnaire.Test) bool {
			q := b.bank.Question(t.ID)
			return q != nil && q.Dimension == "" && !b.audience.HasField(q.ID)
		})
		if !kept && questionnaire.AllHold(c.When, b.bank, b.a) {
			out = append(out, b.Text(c.Ask))
		}
	}
	return out
}

func (b *builder) because(x talking) string {
	var all []string
	for _, w := range x.why {
		all = append(all, b.T("talk."+w))
	}
	return capital(strings.Join(all, ", "))
}

// talkings are the questions to talk about, in the order of the bank.
func (b *builder) talkings() []talking {
	out := b.talkingDetails()
	for _, d := range b.r.Dimensions {
		out = append(out, b.talkingArea(d.Dimension.ID)...)
	}
	return out
}

// talkingDetails are the details of the company that were put aside, not confirmed or not known, and of those that are not
// for funding alone the open ones.
func (b *builder) talkingDetails() []talking {
	var out []talking
	asked := map[string]bool{}
	for _, it := range questionnaire.NewNavigator(b.bank).Section(b.r.Assessment, questionnaire.SectionCompany) {
		asked[it.Question.ID] = true
	}
	for _, q := range b.bank.Profile {
		if !b.audience.HasField(q.ID) {
			continue
		}
		x := talking{q: b.shape(q.ID), a: b.a.Get(q)}
		x.why = reasonsOf(map[string]bool{
			"later": x.a.Later, "carried": questionnaire.Unconfirmed(q, x.a), "unknown": unknown(x.a), "open": asked[q.ID] && b.open(x),
		})
		if len(x.why) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// talkingArea are the questions of a dimension, those without a basis or proof where some answers of it have one.
func (b *builder) talkingArea(dimension string) []talking {
	var asked, out []talking
	for _, c := range b.asked(dimension) {
		if q := b.shape(c.Question); c.Standing == questionnaire.Asked && (len(asked) == 0 || asked[len(asked)-1].q.ID != q.ID) {
			asked = append(asked, talking{q: q, a: b.a.Get(q)})
		}
	}
	based := slices.ContainsFunc(asked, func(x talking) bool { return x.a.Confidence != "" })
	proven := slices.ContainsFunc(asked, func(x talking) bool { return x.a.Evidence != "" })
	for _, x := range asked {
		told := x.a.State == questionnaire.Answered
		x.why = reasonsOf(map[string]bool{
			"later": x.a.Later, "carried": questionnaire.Unconfirmed(x.q, x.a), "unknown": unknown(x.a), "open": b.open(x),
			"no-basis": told && based && x.a.Confidence == "", "no-proof": told && proven && x.a.Evidence == "",
		})
		if len(x.why) > 0 {
			out = append(out, x)
		}
	}
	return out
}

// open says whether an answer is still missing. While there is none at all, every one is, and that is nothing to talk about.
func (b *builder) open(x talking) bool {
	return b.r.Coverage.Answered > 0 && questionnaire.Lacking(x.q, x.a)
}

// reasonsOf are those of talkReasons that hold.
func reasonsOf(holds map[string]bool) []string {
	return slices.DeleteFunc(slices.Clone(talkReasons), func(key string) bool { return !holds[key] })
}

// unknown says whether an answer, or one row of it, is "don't know".
func unknown(a questionnaire.Answer) bool {
	if a.State == questionnaire.Unknown {
		return true
	}
	for _, cell := range a.Value.Rows {
		if cell == questionnaire.RowUnknown {
			return true
		}
	}
	return false
}

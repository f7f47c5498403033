package report_test

import (
	"fmt"
	"math/big"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/report"
	"digitalkompass/report/reporttest"
	"digitalkompass/scoring"
	"digitalkompass/scoring/offer"
)

// told is all that an audience is given about a company.
type told struct {
	document *report.Document
	tables   *report.Workbook
	record   report.Record
}

func tell(w reporttest.World, a *questionnaire.Assessment, x *report.Audience, p *i18n.Printer) told {
	return tellOf(w, scoring.Evaluate(w.Bank, a), x, p)
}

func tellOf(w reporttest.World, r *scoring.Result, x *report.Audience, p *i18n.Printer) told {
	advice := offer.Recommend(w.Offers, x.Seen(r), w.Day)
	out := told{document: report.Build(r, advice, p, "1.0.0", report.For(x)), tables: report.NewWorkbook(r, advice, p, "1.0.0", report.For(x))}
	if x.Machine() {
		out.record = report.NewRecord(r, advice, p, report.For(x))
	}
	return out
}

// unscored are details of the company on which no score hangs, beside those for funding.
var unscored = []string{questionnaire.FieldName, "crafts", "in_thueringen"}

// twin is a company that differs in all that an audience does not see, as far as no score hangs on it.
func twin(b *questionnaire.Bank, a *questionnaire.Assessment, x *report.Audience) *questionnaire.Assessment {
	for _, q := range b.Profile {
		free := slices.Contains(unscored, q.ID) || q.Section == questionnaire.SectionFunding
		if !free || x.HasField(q.ID) {
			continue
		}
		ans := questionnaire.Answer{State: questionnaire.Answered, Note: "Randbemerkung"}
		switch q.Kind.Family() {
		case questionnaire.Line:
			ans.Value.Text = "Zwilling"
		case questionnaire.Figure:
			ans.Value.Figure = big.NewRat(1987, 1)
		default:
			now := a.Get(q).Value.Option
			ans.Value.Option = q.Options[0].ID
			if now == ans.Value.Option {
				ans.Value.Option = q.Options[1].ID
			}
		}
		a = a.With(q, ans)
	}
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			ans := a.Get(q)
			if ans.State != questionnaire.Answered {
				continue
			}
			if !x.Sees.Notes {
				ans.Note, ans.Evidence = "Zwilling hinterlässt eine Notiz", "Ordner des Zwillings"
			}
			if !x.Sees.Confidence {
				ans.Confidence = "seen"
			}
			a = a.With(q, ans)
		}
	}
	return a
}

// What is hidden makes no difference: a company with other hidden details gets the same report to the letter.
func TestWhatIsHiddenShowsNowhere(t *testing.T) {
	w := world(t)
	engine, p := scoring.Compile(w.Bank), w.Words.Printer(i18n.German)
	for _, c := range w.Bank.Cases {
		r := engine.Evaluate(c.Assessment)
		for _, x := range audiences(t) {
			got, other := tellOf(w, r, x, p), tellOf(w, engine.Evaluate(twin(w.Bank, c.Assessment, x)), x, p)
			if !reflect.DeepEqual(got.document, other.document) {
				t.Errorf("%s, %s: the document tells what is hidden:\n%s", x.ID, c.ID, firstDifference(outline(got.document), outline(other.document)))
			}
			if !reflect.DeepEqual(got.tables, other.tables) {
				t.Errorf("%s, %s: the tables tell what is hidden", x.ID, c.ID)
			}
			if !reflect.DeepEqual(got.record, other.record) {
				t.Errorf("%s, %s: the result for machines tells what is hidden", x.ID, c.ID)
			}
		}
	}
}

func firstDifference(a, b string) string {
	x, y := strings.Split(a, "\n"), strings.Split(b, "\n")
	for i := range min(len(x), len(y)) {
		if x[i] != y[i] {
			return x[i] + "\n" + y[i]
		}
	}
	return "in length"
}

// telling is a company whose details are found again in any text.
func telling(w reporttest.World) *questionnaire.Assessment {
	a := *w.Bank.Cases[1].Assessment
	out := &a
	set := func(id string, v questionnaire.Value) {
		out = out.With(w.Bank.Question(id), questionnaire.Answer{State: questionnaire.Answered, Value: v, Note: "Randbemerkung"})
	}
	set(questionnaire.FieldName, questionnaire.Value{Text: "Zwiebelfisch Druck"})
	set(questionnaire.FieldStaff, questionnaire.Value{Figure: big.NewRat(137, 1)})
	set("founded", questionnaire.Value{Figure: big.NewRat(1923, 1)})
	set("turnover", questionnaire.Value{Figure: big.NewRat(7654321, 1)})
	set("project_volume", questionnaire.Value{Figure: big.NewRat(98765, 1)})
	set("wz_code", questionnaire.Value{Text: "18.12"})
	set("de_minimis_amount", questionnaire.Value{Figure: big.NewRat(54321, 1)})
	q := w.Bank.Question("digital-goals")
	ans := out.Get(q)
	ans.Note, ans.Confidence = "Spiegelstrich", "told"
	return out.With(q, ans)
}

func TestTellingValuesStayWhereTheyMay(t *testing.T) {
	w := world(t)
	values := []struct {
		of, form string // of is a field, or a word of what an audience sees
	}{
		{questionnaire.FieldName, `Zwiebelfisch`}, {questionnaire.FieldStaff, `\b137\b`}, {"founded", `\b1923\b`}, {"turnover", `7.654.321`},
		{"project_volume", `98.765`}, {"wz_code", `\b18\.12\b`}, {"notes", `Spiegelstrich`},
	}
	for _, x := range append(audiences(t), nil) {
		for _, l := range i18n.Languages() {
			got := tell(w, telling(w), x, w.Words.Printer(l))
			text := strings.Join(reporttest.Texts(got.document), "\n") + outline(got.document)
			for _, v := range values {
				may := x == nil || x.HasField(v.of)
				if v.of == "notes" {
					may = x == nil || x.Sees.Notes
				}
				if found := regexp.MustCompile(v.form).MatchString(text); found != may {
					t.Errorf("%+v: %s found: %v, may be seen: %v", x, v.of, found, may)
				}
			}
			for _, s := range got.tables.Sheets {
				for _, row := range s.Rows {
					if len(row) != len(s.Columns) {
						t.Errorf("%s: a row of %d cells below %d columns", s.ID, len(row), len(s.Columns))
					}
				}
			}
		}
	}
}

func TestAudiencesSeeWhatTheirFileSays(t *testing.T) {
	w := world(t)
	p := w.Words.Printer(i18n.German)
	a := telling(w)
	of := func(id string) (*report.Audience, told) {
		x := audience(t, id)
		return x, tell(w, a, x, p)
	}
	ids := func(g told) (out []string) {
		for _, p := range g.document.Parts {
			out = append(out, p.ID)
		}
		return out
	}
	consultant, all := of("consultant")
	if text := outline(all.document); !strings.Contains(text, "Grundlage: berichtet") || !strings.Contains(text, "von 4 Punkten") {
		t.Error("the consultant does not see points and basis of the answers")
	}
	alone := slices.DeleteFunc(slices.Clone(consultant.Parts), func(id string) bool { return id == "change" }) // nothing to compare with
	if got := ids(all); !slices.Equal(got, alone) {
		t.Errorf("the consultant gets %v", got)
	}
	_, own := of("owner")
	if text := outline(own.document); strings.Contains(text, "Grundlage: ") || strings.Contains(text, "von 4 Punkten") {
		t.Error("the owner's report is not plain")
	}
	_, bank := of("bank")
	if text := outline(bank.document); strings.Contains(text, "heat") || !strings.Contains(text, "Anhang: Angaben zum Betrieb") {
		t.Error("the bank sees answers, or no details")
	}
	shop, group := of("workshop")
	if group.document.Owner != p.T("report.unnamed") || group.tables.Title != p.T("report.unnamed") || shop.Machine() {
		t.Errorf("a workshop learns the name %q", group.document.Owner)
	}
	for _, s := range group.tables.Sheets {
		if s.ID == "answers" {
			t.Error("a workshop gets the table of answers")
		}
		for _, c := range s.Columns {
			if c.Title == p.T("sheet.gain") {
				t.Error("a gain tells where a measure starts")
			}
		}
	}
	if regexp.MustCompile(`\+\d+,\d Punkt`).MatchString(outline(group.document)) {
		t.Error("the gain of a measure tells the answer")
	}
}

func TestTracesAreToldWhereTheNameIsNot(t *testing.T) {
	w := world(t)
	named := telling(w)
	nameless := named.With(w.Bank.Question(questionnaire.FieldName), questionnaire.Answer{})
	partly := nameless.With(w.Bank.Question(questionnaire.FieldSector), questionnaire.Answer{})
	for _, x := range []struct {
		who  string
		of   *questionnaire.Assessment
		want int
	}{{"study", named, 1}, {"study", partly, 0}, {"bank", named, 0}, {"bank", nameless, 2}, {"workshop", named, 0}, {"workshop", nameless, 0}} {
		if got := audience(t, x.who).Traces(w.Bank, x.of); len(got) != x.want {
			t.Errorf("%s: %d sets, want %d", x.who, len(got), x.want)
		}
	}
	if (*report.Audience)(nil).Traces(w.Bank, nameless) != nil {
		t.Error("without an audience there is nothing to warn of")
	}
	in := audience(t, "study").Inventory(w.Bank, named, w.Words.Printer(i18n.English), report.PartIDs)
	if !slices.Contains(in.In, "single answers") || !slices.Contains(in.Out, "notes") || !slices.Contains(in.Out, "Name") {
		t.Errorf("%+v", in)
	}
	short := audience(t, "consultant").Inventory(w.Bank, named, w.Words.Printer(i18n.English), []string{"summary", "talk"})
	if slices.Contains(short.In, "notes") || !slices.Contains(short.In, "notes (only of questions to talk about)") {
		t.Errorf("without the list of answers: %+v", short)
	}
}

// A comparison tells of hidden details neither that they changed nor what they were, and of answers only who sees them.
func TestAComparisonHidesTheSame(t *testing.T) {
	w := world(t)
	now := telling(w)
	q, field := w.Bank.Question("digital-goals"), w.Bank.Question("turnover")
	ans := now.Get(q)
	ans.Value.Option = q.Options[0].ID
	then := now.With(q, ans).With(field, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(1234567, 1)}})
	engine := scoring.Compile(w.Bank)
	since := report.Changed(engine.Since(then, now))
	p := w.Words.Printer(i18n.German)
	r := engine.Evaluate(now)
	for _, x := range append(audiences(t), nil) {
		d := report.Build(r, offer.Recommend(w.Offers, x.Seen(r), w.Day), p, "1.0.0", report.For(x), since)
		text := outline(d)
		if got := strings.Contains(text, "1.234.567"); got != x.HasField("turnover") || got && !x.HasPart("change") {
			t.Errorf("%+v: the earlier turnover is told: %v", x, got)
		}
		change := ""
		for _, part := range d.Parts {
			if part.ID == "change" {
				change = outline(&report.Document{Parts: []report.Part{part}})
			}
		}
		if (change != "") != x.HasPart("change") {
			t.Errorf("%+v: a comparison: %v", x, change != "")
		}
		if got := strings.Contains(change, p.Text(q.Wording.Short)); got != (x == nil || x.Sees.Answers && x.HasPart("change")) {
			t.Errorf("%+v: the changed answer is told: %v", x, got)
		}
	}
}

// Whoever does not see how many people work in a company does not read days that follow from it, nowhere.
func TestEffortTellsNoStaff(t *testing.T) {
	w := world(t)
	p := w.Words.Printer(i18n.German)
	staff := w.Bank.Question(questionnaire.FieldStaff)
	growing := 0
	for _, c := range w.Bank.Cases[:5] {
		var said []string
		for _, n := range []int64{40, 41} {
			r := scoring.Evaluate(w.Bank, c.Assessment.With(staff, questionnaire.Answer{State: questionnaire.Answered, Value: questionnaire.Value{Figure: big.NewRat(n, 1)}}))
			out := tellOf(w, r, audience(t, "workshop"), p)
			said = append(said, fmt.Sprintf("%+v %+v", out.document.Parts, *out.tables))
			own := tellOf(w, r, audience(t, "owner"), p)
			grows := slices.ContainsFunc(r.NextSteps, func(s scoring.Step) bool { return s.Measure.PerPerson != nil })
			if grows {
				growing++
			}
			if grows && !strings.Contains(fmt.Sprintf("%+v", *out.tables), "je Person") ||
				strings.Contains(fmt.Sprintf("%+v", own.document.Parts), "1 je Person") {
				t.Errorf("%s: days per person for the wrong reader", c.ID)
			}
		}
		if said[0] != said[1] {
			t.Errorf("%s: the report for a workshop tells 40 people from 41", c.ID)
		}
	}
	x := *audience(t, "study")
	if !x.Machine() {
		t.Error("a study gets no result for machines")
	}
	if x.Fields = []string{"sector"}; x.Machine() {
		t.Error("the result for machines tells the staff")
	}
	if growing == 0 {
		t.Error("nothing grows with the staff")
	}
}

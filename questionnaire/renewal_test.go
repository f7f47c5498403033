package questionnaire_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

func allbank(t testing.TB) *questionnaire.Bank {
	t.Helper()
	var d source.Diagnostics
	b := questionnaire.Load(os.DirFS("testdata/allbank"), &d)
	if b == nil {
		t.Fatal(d.All())
	}
	return b
}

// What was only renamed comes over, what is no longer possible leaves its note behind, the rest is kept.
func TestAnswersOfAnotherEdition(t *testing.T) {
	b := allbank(t)
	var d source.Diagnostics
	a, r := questionnaire.DecodeRenewed("alt.kompass.json", []byte(`{"bank":{"id":"alles","version":"0.1.0"},"position":"investitionen",
		"company":{"mitarbeitende":12,"fax":"ja"},
		"answers":{"investitionen":{"value":{"werkhalle":"nichts","laden":"done"},"note":"Halle zuerst","target":"keine"},
		"stimmung":{"value":"himmlisch","note":"gut"},"weg":{"value":"x"},"dienste":{"state":"unknown"}}}`), b, &d)
	if a == nil || d.Failed() {
		t.Fatal(d.All())
	}
	if r == nil || r.From.Version != "0.1.0" || r.Kept != 1 || !slices.Equal(r.Mapped, []string{"employees", "felder"}) || !slices.Equal(r.Dropped, []string{"fax", "stimmung", "weg"}) {
		t.Errorf("%+v", r)
	}
	fields := a.Get(b.Question("felder"))
	if fields.Value.Rows["halle"] != "none" || fields.Value.Rows["laden"] != "done" || fields.Note != "Halle zuerst" || fields.Target != "none" || a.Position != "felder" {
		t.Errorf("%+v at %s", fields, a.Position)
	}
	if mood := a.Get(b.Question("stimmung")); mood.State != questionnaire.Open || mood.Note != "gut" {
		t.Errorf("the note is lost: %+v", mood)
	}
	r.Know(b, []string{"mitarbeitende", "investitionen", "dienste", "stimmung", "weg"})
	if len(r.New) == 0 || slices.Contains(r.New, "employees") || slices.Contains(r.New, "felder") || slices.Contains(r.New, "dienste") || !slices.Contains(r.New, "anteil") {
		t.Errorf("new: %v", r.New)
	}
	if !r.Material() || len(b.ItemIDs()) != len(r.New)+4 {
		t.Errorf("%v of %v", r.New, b.ItemIDs())
	}
}

// A file of the same edition is judged as before: what it cannot mean is an error with a place.
func TestAnswersOfTheSameEdition(t *testing.T) {
	b := allbank(t)
	head := `{"bank":{"id":"alles","version":"` + b.About.Version + `","digest":"` + b.About.Digest + `"},"company":{},"answers":{`
	for body, code := range map[string]string{
		`"weg":{"value":"x"}`: "unknown-question", `"stimmung":{"value":"himmlisch"}`: "answer-no-option",
		`"stimmung":{"state":"unknown","target":"weit"}`: "answer-no-option",
	} {
		var d source.Diagnostics
		a, r := questionnaire.DecodeRenewed("x", []byte(head+body+"}}"), b, &d)
		if a != nil || r != nil || len(d.All()) != 1 || d.All()[0].Code != code || d.All()[0].Pos.Column == 0 {
			t.Errorf("%s: %v %v", body, r, d.All())
		}
	}
	var d source.Diagnostics
	if a, r := questionnaire.DecodeRenewed("x", []byte(head+`"investitionen":{"value":{"laden":"keine"}}}}`), b, &d); a == nil || r != nil || a.Answers["felder"].Value.Rows["laden"] != "none" {
		t.Errorf("a former id in a file of this edition: %v %v", a, d.All())
	}
}

// Under both names, the present one counts.
func TestBothNames(t *testing.T) {
	b := allbank(t)
	for _, body := range []string{`"mitarbeitende":1,"employees":2`, `"employees":2,"mitarbeitende":1`} {
		var d source.Diagnostics
		a, _ := questionnaire.DecodeRenewed("x", []byte(`{"bank":{"id":"alles"},"company":{`+body+`},"answers":{}}`), b, &d)
		if a == nil || a.Company["employees"].Value.Figure.RatString() != "2" {
			t.Errorf("%s: %v", body, d.All())
		}
	}
}

// Another digest of the same version is another edition too; nothing material is told when nothing changed.
func TestAnotherDigest(t *testing.T) {
	b := allbank(t)
	var d source.Diagnostics
	a, r := questionnaire.DecodeRenewed("x", []byte(`{"bank":{"id":"alles","version":"`+b.About.Version+`","digest":"sha256:`+strings.Repeat("0", 64)+`"},"company":{"employees":2},"answers":{}}`), b, &d)
	if a == nil || r == nil || r.Material() || r.Kept != 1 {
		t.Errorf("%v %v", r, d.All())
	}
}

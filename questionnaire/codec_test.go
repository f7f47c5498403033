package questionnaire_test

import (
	"bytes"
	"math/big"
	"strings"
	"testing"
	"time"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

func decode(t testing.TB, b *questionnaire.Bank, text string) (*questionnaire.Assessment, *source.Diagnostics) {
	t.Helper()
	d := &source.Diagnostics{}
	return questionnaire.Decode("probe.kompass.json", []byte(text), b, d), d
}

func TestRoundTrip(t *testing.T) {
	b := fixture(t)
	at := time.Date(2026, 11, 24, 10, 0, 0, 0, time.UTC)
	a := questionnaire.New(b, questionnaire.Quick, i18n.English, at)
	put := func(id string, ans questionnaire.Answer) { a = a.With(b.Question(id), ans) }
	answered := func(v questionnaire.Value) questionnaire.Answer {
		return questionnaire.Answer{State: questionnaire.Answered, Value: v}
	}
	put("company_name", answered(questionnaire.Value{Text: "Bäckerei „Süß“ <&> 🥐\u202e"}))
	put("employees", answered(questionnaire.Value{Figure: big.NewRat(67, 2)}))
	put("volume", questionnaire.Answer{State: questionnaire.Skipped})
	put("machines", answered(questionnaire.Value{Option: "yes"}))
	put("order", questionnaire.Answer{State: questionnaire.Unknown, Note: "nachfragen", Later: true, Confidence: "told", Target: "program"})
	put("typing", answered(questionnaire.Value{Option: "never-counted"}))
	put("extras", answered(questionnaire.Value{Set: []string{"shop", "app"}}))
	put("capture", answered(questionnaire.Value{Rows: map[string]string{"sales": "yes", "stock": questionnaire.RowNotApplicable}}))
	put("paperless", questionnaire.Answer{State: questionnaire.Skipped})
	a.Position = "typing"

	data := questionnaire.Encode(b, a)
	got, d := decode(t, b, string(data))
	if got == nil {
		t.Fatalf("%v\n%s", d.All(), data)
	}
	if again := questionnaire.Encode(b, got); !bytes.Equal(again, data) {
		t.Errorf("not the same bytes:\n%s\n%s", data, again)
	}
	if got.Get(b.Question("employees")).Value.Figure.Cmp(big.NewRat(67, 2)) != 0 || got.Position != "typing" || got.Path != questionnaire.Quick {
		t.Errorf("%+v", got)
	}
	if strings.Contains(string(data), `\u003c`) {
		t.Error("escaped for HTML")
	}
}

func TestHandWrittenFile(t *testing.T) {
	b := fixture(t)
	a, d := decode(t, b, `{"bank":{"id":"werkstatt"},"company":{"employees":6},"answers":{"order":{"value":"files"}}}`)
	if a == nil {
		t.Fatal(d.All())
	}
	if a.Path != questionnaire.Full || a.Language != i18n.German {
		t.Errorf("defaults: %s %s", a.Path, a.Language)
	}
}

func TestBrokenAssessments(t *testing.T) {
	b := fixture(t)
	for note, c := range cases(t, "testdata/broken-assessments.yaml") {
		t.Run(note, func(t *testing.T) {
			a, d := decode(t, b, c["text"])
			if a != nil {
				t.Error("a broken file was taken")
			}
			for _, x := range d.All() {
				if x.Code == c["code"] && strings.HasSuffix(x.Pos.String(), ":"+c["place"]) {
					return
				}
			}
			t.Errorf("want %s at %s, got %v", c["code"], c["place"], d.All())
		})
	}
}

func TestHostileAssessments(t *testing.T) {
	b := fixture(t)
	for text, code := range map[string]string{"": "file-empty", strings.Repeat("[", 5000): "file-too-deep", strings.Repeat(" ", source.MaxSize+1): "file-too-large", "\xff{}": "file-encoding"} {
		a, d := decode(t, b, text)
		if a != nil || d.All()[0].Code != code {
			t.Errorf("%s: %v", code, d.All())
		}
	}
}

func TestAnswersOfAnOlderBankAreDroppedWithAWarning(t *testing.T) {
	b := fixture(t)
	a, d := decode(t, b, `{"bank":{"id":"werkstatt","version":"0.9.0"},"company":{},"answers":{"gone":{"value":"x"},"order":{"value":"files"}}}`)
	if a == nil || len(a.Answers) != 1 || d.Empty() || d.Failed() {
		t.Errorf("%v %v", a, d.All())
	}
}

func FuzzDecode(f *testing.F) {
	for _, c := range cases(f, "testdata/broken-assessments.yaml") {
		f.Add([]byte(c["text"]))
	}
	b := fixture(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		var d source.Diagnostics
		a := questionnaire.Decode("x.json", data, b, &d)
		if (a == nil) != d.Failed() {
			t.Error("an assessment and an error")
		}
		if a != nil {
			questionnaire.Encode(b, a)
		}
	})
}

// A mark of the sender's own survives the file, and is no longer than a line.
func TestRef(t *testing.T) {
	b := fixture(t)
	a := questionnaire.New(b, questionnaire.Full, i18n.German, time.Time{})
	a.Ref = "Akte 7"
	var d source.Diagnostics
	if got := questionnaire.Decode("x", questionnaire.Encode(b, a), b, &d); got == nil || got.Ref != a.Ref {
		t.Errorf("%v", d.All())
	}
	a.Ref = strings.Repeat("ä", questionnaire.MaxLine+1)
	if questionnaire.Decode("x", questionnaire.Encode(b, a), b, &d) != nil || d.All()[0].Code != "ref-long" {
		t.Errorf("%v", d.All())
	}
}

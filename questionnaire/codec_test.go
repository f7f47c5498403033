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

// brokenFiles holds an assessment file, the code of its finding and its place.
var brokenFiles = []struct{ text, code, place string }{
	{``, "file-empty", ""},
	{`{"schema":`, "json-cut-off", "1:11"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{}`, "json-cut-off", "1:53"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{}} x`, "json-after-end", "1:55"},
	{`{"bank" {"id":"werkstatt"}}`, "json-syntax", "1:9"},
	{`[1,2]`, "wrong-kind", "1:1"},
	{`{"company":{},"answers":{}}`, "missing-field", "1:1"},
	{`{"bank":{"id":"werkstatt"},"answers":{}}`, "missing-field", "1:1"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{},"extra":1}`, "unknown-field", "1:54"},
	{`{"bank":{"id":"anders"},"company":{},"answers":{}}`, "assessment-bank", "1:9"},
	{`{"schema":"x/2","bank":{"id":"werkstatt"},"company":{},"answers":{}}`, "assessment-schema", "1:11"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"oder":{"value":"files"}}}`, "unknown-question", "1:52"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"order":{"value":"filez"}}}`, "answer-no-option", "1:60"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"order":{"value":7}}}`, "answer-kind", "1:69"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"order":{"value":"files","state":"unknown"}}}`, "answer-twice", "1:85"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"order":{}}}`, "answer-empty", "1:60"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"order":{"state":"unknwon"}}}`, "bad-word", "1:69"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"order":{"state":"not_applicable"}}}`, "answer-not-applicable", "1:60"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"extras":{"value":["shop","nothing"]}}}`, "answer-exclusive", "1:61"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"extras":{"value":["shop","shop"]}}}`, "answer-twice-ticked", "1:61"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"typing":{"value":51}}}`, "answer-big", "1:61"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"typing":{"value":-1}}}`, "answer-small", "1:61"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"typing":{"value":1e99}}}`, "wrong-kind", "1:70"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"capture":{"value":{"sales":"yes","stok":"no"}}}}`, "answer-no-row", "1:62"},
	{`{"bank":{"id":"werkstatt"},"company":{},"answers":{"capture":{"value":{"sales":"not_applicable"}}}}`, "answer-not-applicable", "1:62"},
	{`{"bank":{"id":"werkstatt"},"company":{},"company":{},"answers":{}}`, "duplicate-key", "1:41"},
	{`{"bank":{"id":"werkstatt"},"started":"gestern","company":{},"answers":{}}`, "wrong-kind", "1:38"},
	{`{"bank":{"id":"werkstatt"},"language":"fr","company":{},"answers":{}}`, "bad-word", "1:39"},
	{`{"bank":{"id":"werkstatt"},"path":"long","company":{},"answers":{}}`, "bad-word", "1:35"},
	{`{"bank":{"id":"werkstatt"},"company":{"employees":"viele"},"answers":{}}`, "answer-no-option", "1:51"},
	{strings.Repeat(`[`, 5000), "file-too-deep", ""},
}

func TestBrokenAssessments(t *testing.T) {
	b := fixture(t)
	for _, c := range brokenFiles {
		t.Run(c.code, func(t *testing.T) {
			a, d := decode(t, b, c.text)
			if a != nil {
				t.Error("a broken file was taken")
			}
			for _, x := range d.All() {
				if x.Code == c.code && (c.place == "" || strings.HasSuffix(x.Pos.String(), ":"+c.place)) {
					return
				}
			}
			t.Errorf("want %s at %s, got %v", c.code, c.place, d.All())
		})
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
	for _, c := range brokenFiles {
		f.Add([]byte(c.text))
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

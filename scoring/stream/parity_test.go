package stream

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"strings"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
	"digitalkompass/scoring"
)

// result is a line of output as others read it.
type result struct {
	Line    int    `json:"line"`
	Ref     string `json:"ref"`
	Dropped int    `json:"dropped"`
	Stage   *struct {
		Level int    `json:"level"`
		ID    string `json:"id"`
	} `json:"stage"`
	Certain  bool `json:"certain"`
	Interval struct {
		Score span `json:"score"`
		Stage struct{ Low, High int }
	} `json:"interval"`
	Coverage   map[string]int `json:"coverage"`
	Dimensions []area         `json:"dimensions"`
	Error      *fault         `json:"error"`
	Total
}

// Total is the total of a line.
type Total struct {
	Points json.RawMessage `json:"score"`
	Of     json.RawMessage `json:"of"`
}

type span struct{ Low, High json.RawMessage }

type area struct {
	ID       string
	Applies  bool
	Score    json.RawMessage
	Of       json.RawMessage
	Level    *int
	Interval span
}

type fault struct {
	Code   string
	Column int
	Text   string
}

func parse(t *testing.T, line []byte) result {
	t.Helper()
	var out result
	d := json.NewDecoder(bytes.NewReader(line))
	d.DisallowUnknownFields()
	if err := d.Decode(&out); err != nil {
		t.Fatalf("%v\n%s", err, line)
	}
	return out
}

// shown is a number as the full record writes it.
func shown(r *big.Rat) string {
	if r == nil {
		return "null"
	}
	return i18n.HalfUp(r, 1)
}

// sameResult holds a line of output against the full result.
func sameResult(t *testing.T, got result, want *scoring.Result) {
	t.Helper()
	var stage string
	if s := want.StageOf(want.Stage.Level); s != nil {
		stage = s.ID
	}
	var id string
	if got.Stage != nil {
		id = got.Stage.ID
	}
	c := want.Coverage
	for _, x := range []struct{ what, got, want string }{
		{"score", string(got.Points), shown(want.Total.Score)},
		{"of", string(got.Of), shown(want.Of)},
		{"low", string(got.Interval.Score.Low), shown(want.Total.Low)},
		{"high", string(got.Interval.Score.High), shown(want.Total.High)},
		{"stage", id, stage},
		{"stages", fmt.Sprint(got.Interval.Stage), fmt.Sprint(struct{ Low, High int }{want.Stage.Low, want.Stage.High})},
		{"certain", fmt.Sprint(got.Certain), fmt.Sprint(want.Certain)},
		{"coverage", fmt.Sprint(got.Coverage), fmt.Sprint(map[string]int{"answered": c.Answered, "unknown": c.Unknown,
			"not_applicable": c.NotApplicable, "open": c.Open, "asked": c.Asked})},
	} {
		if x.got != x.want {
			t.Fatalf("%s: got %s, want %s", x.what, x.got, x.want)
		}
	}
	for i, d := range want.Dimensions {
		sameArea(t, got.Dimensions[i], d)
	}
}

func sameArea(t *testing.T, got area, want scoring.DimensionResult) {
	t.Helper()
	level := 0
	if got.Level != nil {
		level = *got.Level
	}
	a := fmt.Sprintf("%s %v %s of %s, %d, %s–%s", got.ID, got.Applies, got.Score, got.Of, level, got.Interval.Low, got.Interval.High)
	b := fmt.Sprintf("%s %v %s of %s, %d, %s–%s", want.Dimension.ID, want.Applies, shown(want.Span.Score), shown(want.Of), want.Level, shown(want.Span.Low), shown(want.Span.High))
	if a != b {
		t.Fatalf("got %s, want %s", a, b)
	}
}

// A line gives what the file would give: the same figures, or the first of the same findings.
func TestLineSaysWhatTheFileSays(t *testing.T) {
	for _, dir := range folders {
		b := load(t, dir)
		job := newJob(t, b)
		w, m := job.worker(), newMaker(b, 7)
		for i := range 25 {
			m.gaps = []int{0, 3, 20}[i%3]
			line := m.line(t)
			if i%5 == 4 {
				at := m.r.IntN(len(line))
				line = append(line[:at:at], line[at+1:]...)
			}
			got := parse(t, w.line(nil, i+1, line))
			var d source.Diagnostics
			a := questionnaire.Decode("", line, b, &d)
			switch {
			case got.Line != i+1:
				t.Fatalf("line %d, want %d", got.Line, i+1)
			case a != nil:
				sameResult(t, got, job.Forms[0].Engine.Evaluate(a))
			case got.Error == nil || got.Error.Code != firstError(&d).Code || got.Error.Column != firstError(&d).Pos.Column:
				t.Fatalf("got %+v, want %v", got.Error, d.All())
			}
		}
	}
}

// The worked examples of every shipped bank and of the fixtures come out of the stream as out of the full scoring.
func TestWorkedExamplesAsLines(t *testing.T) {
	for _, dir := range folders {
		b := load(t, dir)
		job := newJob(t, b)
		w := job.worker()
		for _, c := range b.Cases {
			a := *c.Assessment
			a.Bank = b.Ref()
			sameResult(t, parse(t, w.line(nil, 1, compact(t, b, &a))), job.Forms[0].Engine.Evaluate(&a))
		}
	}
}

// Lines of the bank and of its variant come mixed, and each is scored by its own.
func TestLinesNameTheirVariant(t *testing.T) {
	var d source.Diagnostics
	all := questionnaire.LoadAll(os.DirFS("../../questionnaire/testdata/allbank"), &d)
	if len(all) != 2 {
		t.Fatal(d.All())
	}
	job := newJob(t, all[0])
	job.Forms = append(job.Forms, Form{all[1], scoring.Compile(all[1])})
	w, makers := job.worker(), []*maker{newMaker(all[0], 3), newMaker(all[1], 4)}
	for i, form := range []int{0, 1, 1, 0, 1, 0, 0, 1} {
		a := makers[form].assessment()
		sameResult(t, parse(t, w.line(nil, i+1, compact(t, all[form], a))), job.Forms[form].Engine.Evaluate(a))
		if w.now.bank != all[form] {
			t.Errorf("line %d was scored as %s", i+1, w.now.bank.Ref().Name())
		}
	}
	for line, want := range map[string]string{
		`{"bank":{"id":"alles","variant":"amd"},"company":{},"answers":{}}`:                "unknown-variant",
		`{"bank":{"id":"alles","variant":"amt"},"company":{},"answers":{"x":{"value":1}}}`: "unknown-question",
		`{"bank":{"id":"alles","variant":"amt"},"company":{},`:                             "json-cut-off",
	} {
		if got := parse(t, w.line(nil, 1, []byte(line))); got.Error == nil || got.Error.Code != want {
			t.Errorf("%s: %+v, want %s", line, got.Error, want)
		}
	}
	alone := newJob(t, all[1]).worker()
	if got := parse(t, alone.line(nil, 1, makers[0].line(t))); got.Error == nil || got.Error.Code != "assessment-variant" {
		t.Errorf("the variant alone was asked for: %+v", got.Error)
	}
}

func TestRefIsGivenBack(t *testing.T) {
	b := shipped(t)
	w := newJob(t, b).worker()
	for in, want := range map[string]string{`"A-1"`: "A-1", `"ä \"x\" \u00e9\n"`: "ä \"x\" é\n", `7`: "7", `""`: "", `"` + strings.Repeat("ü", 150) + `"`: strings.Repeat("ü", 150)} {
		line := []byte(`{"ref":` + in + `,"bank":{"id":"digitalkompass"},"company":{},"answers":{}}`)
		if got := parse(t, w.line(nil, 1, line)); got.Ref != want || got.Error != nil {
			t.Errorf("%s: %q %v", in, got.Ref, got.Error)
		}
	}
	long := []byte(`{"ref":"` + strings.Repeat("ü", 201) + `","bank":{"id":"digitalkompass"},"company":{},"answers":{}}`)
	if got := parse(t, w.line(nil, 1, long)); got.Error == nil || got.Error.Code != "ref-long" {
		t.Errorf("%+v", got.Error)
	}
}

// Answers from another version of the bank that this one does not know are left out, and the line says how many.
func TestAnswersThatAreDropped(t *testing.T) {
	b := shipped(t)
	w := newJob(t, b).worker()
	line := []byte(`{"bank":{"id":"digitalkompass","version":"0.0.1"},"company":{"gone":1},"answers":{"gone-too":{"value":"x"}}}`)
	if got := parse(t, w.line(nil, 1, line)); got.Error != nil || got.Dropped != 2 {
		t.Errorf("%+v", got)
	}
	if w.totals.Dropped != 1 || w.totals.Lines != 1 {
		t.Errorf("%+v", w.totals)
	}
}

package stream

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
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
				sameResult(t, got, job.Engine.Evaluate(a))
			case got.Error == nil || got.Error.Code != firstError(&d).Code || got.Error.Column != firstError(&d).Pos.Column:
				t.Fatalf("got %+v, want %v", got.Error, d.All())
			}
		}
	}
}

func TestWorkedExamplesAsLines(t *testing.T) {
	b := shipped(t)
	job := newJob(t, b)
	w := job.worker()
	for i, c := range b.Cases {
		if i%4 != 0 {
			continue // they take their time in full, and every rule is in a quarter of them
		}
		a := *c.Assessment
		a.Bank = b.Ref()
		sameResult(t, parse(t, w.line(nil, 1, compact(t, b, &a))), job.Engine.Evaluate(&a))
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

package json_test

import (
	"bytes"
	stdjson "encoding/json"
	"io"
	"math/big"
	"os"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"digitalkompass/report"
	"digitalkompass/report/json"
	"digitalkompass/report/reporttest"
)

func samples(t testing.TB) []reporttest.Sample {
	w := reporttest.Load(t, os.DirFS("../../data"))
	return append(w.Samples(), w.Others(t, os.DirFS("../testdata/banks"))...)
}

func write(w io.Writer, s reporttest.Sample) error {
	return json.Write(w, report.NewRecord(s.Result, s.Advice, s.Printer))
}

func TestConformance(t *testing.T) { reporttest.Conformance(t, samples(t), write) }

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(json.Schema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("result", doc); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("result")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestRecordsMatchTheirSchema(t *testing.T) {
	s := schema(t)
	for _, x := range samples(t) {
		var b bytes.Buffer
		if err := write(&b, x); err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Errorf("%s: %v", x.Name, err)
		}
	}
}

func TestSchemaRefusesOtherThings(t *testing.T) {
	s := schema(t)
	for _, text := range []string{`{}`, `[]`, `{"schema":"digitalkompass.result/2"}`} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if s.Validate(doc) == nil {
			t.Errorf("taken: %s", text)
		}
	}
}

func TestClosedOffersSayWhatWouldOpenThem(t *testing.T) {
	for _, x := range samples(t) {
		if x.Name != "closed/de" {
			continue
		}
		r := report.NewRecord(x.Result, x.Advice, x.Printer)
		if len(r.Closed) != 1 || r.Closed[0].ID != "cyberrisikocheck" || r.Closed[0].Nearest.Never[0] != "size" || len(r.Closed[0].Nearest.Changes) != 0 {
			t.Errorf("%+v", r.Closed)
		}
		for _, m := range r.Modules {
			for _, o := range m.Offers {
				if (o.Nearest != nil) != (o.Eligible == "no" && o.Status != "ended") {
					t.Errorf("%s: %s, %+v", o.ID, o.Eligible, o.Nearest)
				}
				if o.ID != "innoinvest" {
					continue
				}
				got, err := stdjson.Marshal(o.Nearest.Changes)
				want := `[{"field":"project_volume","from":"under-5k","to":5000,"by":"project","text":"wenn das Vorhaben mindestens 5.000 € umfasst (heute unter 5.000 €)"}]`
				if err != nil || string(got) != want {
					t.Errorf("%s %v", got, err)
				}
			}
		}
	}
}

type trail struct {
	Score      *float64 `json:"score"`
	Dimensions []struct {
		ID    string   `json:"id"`
		Score *float64 `json:"score"`
	} `json:"dimensions"`
	Trail []struct {
		Dimension, Treatment, Weight string
		Earned, Possible             *string
	} `json:"trail"`
}

// The trail alone, as written, gives every score back that is a plain mean.
func TestTheTrailRecomputesTheScores(t *testing.T) {
	for _, x := range samples(t) {
		var b bytes.Buffer
		if err := write(&b, x); err != nil {
			t.Fatal(err)
		}
		var r trail
		if err := stdjson.Unmarshal(b.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		for _, d := range r.Dimensions {
			earned, weight := new(big.Rat), new(big.Rat)
			for _, c := range r.Trail {
				if c.Dimension != d.ID || c.Earned == nil {
					continue
				}
				e, p, w := rat(t, *c.Earned), rat(t, *c.Possible), rat(t, c.Weight)
				earned.Add(earned, new(big.Rat).Mul(w, new(big.Rat).Quo(e, p)))
				weight.Add(weight, w)
			}
			n := x.Result.Bank.Dimension(d.ID).Node
			if d.Score == nil || !n.Simple() {
				continue
			}
			got, _ := new(big.Rat).Mul(n.Scale, new(big.Rat).Quo(earned, weight)).Float64()
			if diff := got - *d.Score; diff > 0.0501 || diff < -0.0501 {
				t.Errorf("%s: %s: %f from the trail, %f written", x.Name, d.ID, got, *d.Score)
			}
		}
	}
}

func rat(t *testing.T, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("no number: %s", s)
	}
	return r
}

// A record with where the company stands among others, with peers and without.
func TestStandingsMatchTheSchema(t *testing.T) {
	s := schema(t)
	x := samples(t)[0]
	group, half := "10-49", report.Percent{Rat: big.NewRat(1, 2)}
	for _, standing := range []*report.RecordStanding{
		{Kind: "measured", Source: "Amt", Licence: "frei", Year: 2025, Model: "3", Population: "alle", Country: "DE", Group: &group,
			Shares: []report.RecordShare{{Level: 1, ID: "low", Percent: half, AtLeast: half, Here: true}}, Reasons: []report.RecordReason{{Code: "reach", Text: "33 %"}}},
		{Kind: "measured", Source: "Amt", Licence: "frei", Year: 2025, Model: "3", Population: "alle", Country: "DE",
			Shares: []report.RecordShare{}, Reasons: []report.RecordReason{{Code: "too-small", Text: "keine"}}},
	} {
		r := report.NewRecord(x.Result, x.Advice, x.Printer)
		r.Benchmark = standing
		var b bytes.Buffer
		if err := json.Write(&b, r); err != nil {
			t.Fatal(err)
		}
		doc, err := jsonschema.UnmarshalJSON(&b)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(doc); err != nil {
			t.Error(err)
		}
	}
}

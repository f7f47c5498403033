package report

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring/benchmark"
)

// among says where the company stands among others: a statement, the distribution, and where it comes from.
func (b *builder) among() []Block {
	if b.peers == nil {
		return nil
	}
	var said []string
	for _, r := range b.peers.Reasons {
		said = append(said, r.In(b.Printer))
	}
	out := []Block{Section{Title: b.T("benchmark.title"), Blocks: []Block{Paragraph{Text: strings.Join(said, " ")}}}}
	if len(b.peers.Shares) > 0 {
		out = append(out, b.spread(), b.distribution(), Paragraph{Voice: Quiet, Text: b.peersSource()})
	}
	return out
}

// spread is the distribution as a picture.
func (b *builder) spread() Spread {
	out := Spread{Here: b.T("benchmark.here")}
	if b.peers.Low != b.peers.High {
		out.Here = b.T("benchmark.here-maybe")
	}
	var said []string
	for _, s := range b.peers.Shares {
		x := Share{Name: b.Text(s.Stage.Title), Text: b.T("benchmark.percent", "p", b.Rounded(s.Percent, 1)), Percent: float(s.Percent), Here: s.Here}
		out.Shares = append(out.Shares, x)
		words := x.Name + " " + x.Text
		if x.Here {
			words += " (" + out.Here + ")"
		}
		said = append(said, words)
	}
	out.Alt = b.T("benchmark.alt", "year", b.peers.Set.Year, "source", b.peers.Benchmark.Source.Name, "list", strings.Join(said, ", "))
	return out
}

func (b *builder) distribution() Table {
	t := Table{Columns: []Column{{Title: b.T("benchmark.col-stage"), Share: 3}, {Title: b.T("benchmark.col-share"), Share: 1, Right: true}, {Title: b.T("benchmark.col-above"), Share: 2, Right: true}}}
	var run Run
	for _, s := range b.peers.Shares {
		name := Cell{Text: b.Text(s.Stage.Title)}
		if s.Here {
			name.Quiet = b.T("benchmark.here")
			if b.peers.Low != b.peers.High {
				name.Quiet = b.T("benchmark.here-maybe")
			}
		}
		run.Rows = append(run.Rows, []Cell{name, {Text: b.T("benchmark.percent", "p", b.Rounded(s.Percent, 1))}, {Text: b.T("benchmark.percent", "p", b.Rounded(s.AtLeast, 1))}})
	}
	t.Runs = []Run{run}
	return t
}

func (b *builder) peersSource() string {
	of := b.peers.Benchmark
	asked := b.T("word.none")
	if n := of.Population.Enterprises; n > 0 {
		asked = b.Int(n)
	}
	said := []string{b.T("benchmark.source", "name", of.Source.Name, "year", b.peers.Set.Year, "model", b.peers.Set.Model, "population", of.Population.Text, "licence", of.Source.Licence, "date", of.Source.Retrieved, "n", asked)}
	if of.Source.Remark != nil {
		said = append(said, b.Text(of.Source.Remark))
	}
	var years []string
	for _, y := range of.Older() {
		years = append(years, fmt.Sprint(y))
	}
	if len(years) > 0 {
		said = append(said, b.T("benchmark.older", "years", strings.Join(years, ", ")))
	}
	return strings.Join(said, " ")
}

type (
	// RecordStanding is where the company stands among others; group is null where there are no official peers.
	RecordStanding struct {
		Kind       string         `json:"kind"`
		Source     string         `json:"source"`
		Licence    string         `json:"licence"`
		Year       int            `json:"year"`
		Model      string         `json:"model"`
		Population string         `json:"population"`
		Country    string         `json:"country"`
		Group      *string        `json:"group"`
		Shares     []RecordShare  `json:"shares"`
		Reasons    []RecordReason `json:"reasons"`
	}
	// RecordShare is the part of the peers on a stage, in percent as published.
	RecordShare struct {
		Level   int     `json:"level"`
		ID      string  `json:"id"`
		Percent Percent `json:"percent"`
		AtLeast Percent `json:"at_least"`
		Here    bool    `json:"here"`
	}
	// Percent is written with the two decimals that statistics publish.
	Percent struct{ *big.Rat }
)

// MarshalJSON writes the number with two decimals; none as null.
func (p Percent) MarshalJSON() ([]byte, error) {
	if p.Rat == nil {
		return []byte("null"), nil
	}
	return json.Marshal(json.Number(p.FloatString(2)))
}

// RecordAmong is a standing for machines; nil for none.
func RecordAmong(s *benchmark.Standing, p *i18n.Printer) *RecordStanding {
	if s == nil {
		return nil
	}
	of := s.Benchmark
	out := &RecordStanding{
		Kind: of.Kind.String(), Source: p.Text(of.Source.Name), Licence: p.Text(of.Source.Licence), Year: s.Set.Year, Model: s.Set.Model,
		Population: p.Text(of.Population.Text), Country: s.Country.ID, Shares: []RecordShare{}, Reasons: []RecordReason{},
	}
	if s.Group != nil {
		out.Group = &s.Group.ID
	}
	for _, x := range s.Shares {
		out.Shares = append(out.Shares, RecordShare{Level: x.Stage.Level, ID: x.Stage.ID, Percent: Percent{x.Percent}, AtLeast: Percent{x.AtLeast}, Here: x.Here})
	}
	for _, r := range s.Reasons {
		out.Reasons = append(out.Reasons, RecordReason{r.Code, r.In(p)})
	}
	return out
}

package report

import (
	"math/big"
	"reflect"
	"strings"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/i18n"
	"digitalkompass/scoring"
)

// border is where a part of a scale begins, on that scale.
type border struct {
	from  *big.Rat
	title i18n.Text
}

// borders are where the levels of a dimension begin: its own bands, else the stages' borders moved to its scale.
func (w Words) borders(d scoring.DimensionResult) []border {
	if own := w.Own(d.Dimension.Node); len(own) > 0 {
		return bandBorders(own)
	}
	if !w.staged(&d) {
		return nil
	}
	total, top := w.r.Bank.Policy.Total.Scale, w.area(d.Of).Top
	var out []border
	for _, s := range w.r.Bank.Stages {
		from := new(big.Rat).Mul(s.From, top)
		out = append(out, border{from.Quo(from, total), s.Title})
	}
	return out
}

// Tail is how much longer than 100 a drawing of levels is, which begin at some bounds: a level that begins at the very top
// would have no room of its own, so it gets as much as the others have on average, and the top lies in its middle.
func Tail(bounds []float64) float64 {
	if n := len(bounds); n > 1 && bounds[n-1] >= 100 {
		return max(1, (100-bounds[0])/float64(n-1))
	}
	return 0
}

func bandBorders(bands []questionnaire.Band) []border {
	var out []border
	for _, x := range bands {
		out = append(out, border{x.From, x.Title})
	}
	return out
}

// axis is the scale of a dimension with its levels.
func (b *builder) axis(d scoring.DimensionResult) Axis {
	g := b.Of(d.Dimension.ID)
	out := Axis{Top: g.Number(g.Top)}
	for _, x := range b.borders(d) {
		out.Ticks = append(out.Ticks, Tick{g.Share(x.from), g.Number(x.from)})
	}
	return out
}

// common is the axis that all dimensions shown share: their own where it is the same for each, else quarters in percent.
func (b *builder) common() Axis {
	all := b.applying()
	if len(all) == 0 {
		return Axis{}
	}
	first := b.axis(all[0])
	staged := len(first.Ticks) > 0 && len(b.Own(all[0].Dimension.Node)) == 0
	for _, d := range all[1:] {
		staged = staged && len(b.Own(d.Dimension.Node)) == 0
		if !reflect.DeepEqual(b.axis(d), first) {
			return b.quarters()
		}
	}
	if len(first.Ticks) == 0 {
		return b.quarters()
	}
	if staged {
		for _, s := range b.bank.Stages {
			first.Names = append(first.Names, b.T("report.stage-n", "n", s.Level))
		}
	}
	return first
}

func (b *builder) quarters() Axis {
	out := Axis{Top: b.Percent(hundred)}
	for _, at := range []int64{0, 25, 50, 75} {
		out.Ticks = append(out.Ticks, Tick{float64(at), b.Percent(big.NewRat(at, 1))})
	}
	return out
}

// rings are the common axis without its start.
func (b *builder) rings() []float64 {
	var out []float64
	for _, t := range b.common().Ticks {
		if t.At > 0 {
			out = append(out, t.At)
		}
	}
	return out
}

func (b *builder) ringWords() string {
	axis := b.common()
	var parts []string
	for _, t := range axis.Ticks {
		if t.At > 0 && t.At < 100 {
			parts = append(parts, t.Text)
		}
	}
	key := "report.rings"
	if strings.Contains(axis.Top, "%") {
		key = "report.rings-percent"
	}
	return b.T(key, "list", strings.Join(parts, ", "), "top", axis.Top)
}

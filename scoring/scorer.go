package scoring

import (
	"math/big"

	"digitalkompass/questionnaire"
)

// Points is an exact number of points, in words of the machine as long as it fits.
type Points struct{ num num }

// Rat is the number as others read it.
func (p Points) Rat() *big.Rat { return p.num.rat() }

// In is the number in parts of a point, tenths for 10, rounded half up.
func (p Points) In(parts int64) int64 {
	if n, ok := times(p.num.n, 2*parts); p.num.r == nil && ok {
		d := p.num.den()
		if twice, ok := times(d, 2); ok && n <= n+d {
			return floor(n+d, twice)
		}
	}
	x := p.num.rat()
	x.Mul(x, big.NewRat(parts, 1)).Add(x, big.NewRat(1, 2))
	return new(big.Int).Div(x.Num(), x.Denom()).Int64()
}

func floor(n, d int64) int64 {
	q := n / d
	if n%d < 0 {
		q--
	}
	return q
}

// Brief is a result without its reasons, for those who score many: the same figures as in a Result.
type Brief struct {
	Total      BriefSpan
	Stage      StageRange
	Certain    bool
	Coverage   Coverage
	Dimensions []BriefDimension // all of the bank
}

// BriefSpan is a score with its interval.
type BriefSpan struct {
	Applies          bool
	Scored           bool // there is a score
	Bounded          bool // there are low and high
	Score, Low, High Points
	Of               Points // the top of the scale, where it applies
}

// BriefDimension is what a dimension came to.
type BriefDimension struct {
	Dimension *questionnaire.Dimension
	Span      BriefSpan
	Level     int // 0 when there is no score, or no levels
}

// Scorer scores one assessment after the other without making anything anew. It is for one user at a time.
type Scorer struct {
	s     *state
	brief Brief
	leads []int                    // by item: its part that the coverage looks at, or -1
	memos [][]*questionnaire.Reply // by size class and none
}

// Scorer makes a scorer. Those of one engine do not know each other.
func (e *Engine) Scorer() *Scorer {
	sheet := questionnaire.Sheet{Path: questionnaire.Full, Replies: make([]questionnaire.Reply, len(e.index.Items))}
	x := &Scorer{s: e.start(&sheet), leads: make([]int, len(e.index.Items))}
	for i := range x.leads {
		x.leads[i] = -1
	}
	for range e.shapes {
		x.memos = append(x.memos, make([]*questionnaire.Reply, 2*len(e.index.Items)))
	}
	for k := range e.parts {
		p := &e.parts[k]
		if at := x.leads[p.item]; p.take == questionnaire.TakeAnswer && (at < 0 || p.at < e.parts[at].at) {
			x.leads[p.item] = k
		}
	}
	for _, d := range e.bank.Dimensions {
		x.brief.Dimensions = append(x.brief.Dimensions, BriefDimension{Dimension: d})
	}
	return x
}

// Score scores a sheet. What it gives is good until the next call.
func (x *Scorer) Score(sheet *questionnaire.Sheet) *Brief {
	s, out := x.s, &x.brief
	s.reset(sheet)
	s.memo = x.memos[s.class]
	s.run()
	b := s.bounds()
	for i, at := range s.e.dims {
		d := &out.Dimensions[i]
		d.Span, d.Level = s.span(at, &b), 0
		if d.Span.Scored {
			d.Level = s.levelOf(at)
		}
	}
	out.Total = s.span(s.e.total, &b)
	out.Total.Scored = out.Total.Scored && !s.incomplete()
	out.Stage = StageRange{Low: b.stage[0], High: b.stage[1]}
	if out.Total.Scored {
		out.Stage.Level = s.level(0)
	}
	out.Certain = out.Stage.Level > 0 && out.Stage.Low == out.Stage.High
	out.Coverage = x.coverage()
	return out
}

func (s *state) span(at int, b *bounds) BriefSpan {
	f := &s.nodes[at]
	out := BriefSpan{Applies: f.here && !f.out}
	if !out.Applies {
		return out
	}
	out.Of = Points{f.of}
	if out.Bounded = b.here[at]; out.Bounded {
		out.Low, out.High = Points{b.low[at]}, Points{b.high[at]}
	}
	if out.Scored = f.known; f.known {
		out.Score = Points{f.p}
	}
	return out
}

// incomplete says whether a mandatory question still lacks an answer.
func (s *state) incomplete() bool {
	for _, i := range s.e.mandatory {
		if s.open[i] {
			return true
		}
	}
	return false
}

// coverage counts the questions as the trail does.
func (x *Scorer) coverage() (c Coverage) {
	s := x.s
	for i := s.e.first; i < len(x.leads); i++ {
		var f *figure
		if at := x.leads[i]; at >= 0 {
			f = &s.parts[at]
		}
		zero := s.standing[i] == questionnaire.ZeroCount && f != nil && f.here && !f.out && f.known
		c.tally(s.forms[i].q.Scored(), zero, s.standing[i], s.sheet.Replies[i].State)
	}
	return c
}

package html

import "digitalkompass/report"

// ladder is the stages as stairs. Places are percent of the width, heights are pixels, so that letters keep their size
// at any width.
type ladder struct {
	report.Ladder
	Height, Axis, Words float64
	Stairs              []stair
	Marks               []mark  // on the scale of points
	At, Low, High       float64 // the points, and where they may lie
	Gate                *gate
}

type stair struct {
	report.LadderStage
	X, W, Y, H      float64
	Class, FromText string
}

// mark is a place on a scale. Places too close to the one before carry no words.
type mark struct {
	X    float64
	Text string
}

// gate is the bolt before the next stage.
type gate struct{ X, Top, Foot float64 }

// Measures of the ladder in pixels.
const (
	stairLow  = 56.0 // height of the first stair
	stairRise = 26.0
	bolt      = 18.0 // room above the stairs
	axisDrop  = 14.0 // from the foot of the stairs to the scale
	stairGap  = 0.6  // percent of the width
	closest   = 7.0  // percent between two words on a scale
)

func (r *renderer) ladder(l report.Ladder) ladder {
	n := len(l.Stages)
	foot := bolt + stairLow + stairRise*float64(max(0, n-1))
	v := ladder{Ladder: l, Height: foot + 44, Axis: foot + axisDrop, Words: foot + axisDrop + 6}
	s := scaleOf(l)
	for i, st := range l.Stages {
		h := stairLow + stairRise*float64(i)
		x := s.at(st.From)
		v.Stairs = append(v.Stairs, stair{LadderStage: st, X: x, W: s.end(i) - x - stairGap, Y: foot - h, H: h, Class: standing(st), FromText: r.p.T("html.from", "p", st.Start)})
		v.Marks = append(v.Marks, mark{x, st.Start})
		if st.Here && i+1 < n && len(l.Held) > 0 {
			v.Gate = &gate{X: s.end(i) - stairGap/2, Top: foot - h - stairRise, Foot: foot}
		}
	}
	v.Marks = spread(v.Marks)
	if l.Score.Known {
		v.At = s.at(l.Score.Mid)
	}
	if l.Score.Range != "" {
		v.Low, v.High = s.at(l.Score.Low), s.at(l.Score.High)
	}
	return v
}

// spread takes the words off marks that stand too close to the one before.
func spread(all []mark) []mark {
	last := -closest
	for i := range all {
		if all[i].X-last < closest || all[i].X > 100-2*closest {
			all[i].Text = ""
			continue
		}
		last = all[i].X
	}
	return all
}

func standing(s report.LadderStage) string {
	switch {
	case s.Here:
		return "here"
	case s.Reached:
		return "reached"
	}
	return "above"
}

// stairScale maps points to places. Where a stage would be too narrow to see, all take the same room, and what lies
// between two borders is stretched.
type stairScale struct {
	from []float64
	even bool
}

// narrow is the least width of a stair in percent.
const narrow = 8.0

func scaleOf(l report.Ladder) stairScale {
	var s stairScale
	for _, st := range l.Stages {
		s.from = append(s.from, st.From)
	}
	for i := range s.from {
		s.even = s.even || s.to(i)-s.from[i] < narrow
	}
	return s
}

func (s stairScale) to(i int) float64 {
	if i+1 < len(s.from) {
		return s.from[i+1]
	}
	return 100
}

func (s stairScale) at(v float64) float64 {
	if !s.even {
		return v
	}
	n := float64(len(s.from))
	for i := len(s.from) - 1; i >= 0; i-- {
		if from, to := s.from[i], s.to(i); v >= from {
			within := 0.0
			if to > from {
				within = (v - from) / (to - from)
			}
			return 100 * (float64(i) + within) / n
		}
	}
	return 0
}

// end is where a stair ends.
func (s stairScale) end(i int) float64 {
	if s.even {
		return 100 * float64(i+1) / float64(len(s.from))
	}
	return s.to(i)
}

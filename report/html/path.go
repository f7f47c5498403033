package html

import "digitalkompass/report"

// path is a way as stairs on a scale of effort: places in percent of the width, heights in pixels.
type path struct {
	report.Path
	Height, Foot float64
	Stairs       []pathStair
}

type pathStair struct {
	report.PathStep
	Number           int
	X, Mid, W, Y, H  float64
	Last, Named, Say bool // the last one; its number fits; what is reached fits
}

// Measures of a path in pixels, its least width in percent.
const (
	pathLow   = 34.0
	pathRise  = 60.0
	pathHead  = 20.0
	pathFloor = 3.0
)

func pathOf(b report.Path) path {
	v := path{Path: b, Foot: pathHead + pathLow + pathRise}
	v.Height = v.Foot + 4
	total, even := 0.0, false
	for _, s := range b.Steps {
		total += s.Days
	}
	for _, s := range b.Steps {
		even = even || total <= 0 || 100*s.Days/total < pathFloor
	}
	x := 0.0
	for i, s := range b.Steps {
		w := 100 / float64(len(b.Steps))
		if !even {
			w = 100 * s.Days / total
		}
		h := pathLow + pathRise
		if last := len(b.Steps) - 1; last > 0 {
			h = pathLow + pathRise*float64(i)/float64(last)
		}
		v.Stairs = append(v.Stairs, pathStair{PathStep: s, Number: i + 1, X: x, Mid: x + w/2, W: max(0.2, w-stairGap), Y: v.Foot - h, H: h,
			Last: i+1 == len(b.Steps), Named: w >= pathFloor, Say: w >= 4*pathFloor})
		x += w
	}
	return v
}

// shares are those of others as bars, in percent of the width and pixels.
type shares struct {
	report.Spread
	Height float64
	Bars   []spreadBar
}

type spreadBar struct {
	report.Share
	Y, W float64 // W in percent of the widest bar
}

// spreadRow is the height of a bar with its words in pixels.
const spreadRow = 44.0

func spreadOf(b report.Spread) shares {
	v, most := shares{Spread: b, Height: spreadRow * float64(len(b.Shares))}, 0.0
	for _, s := range b.Shares {
		most = max(most, s.Percent)
	}
	for i, s := range b.Shares {
		x := spreadBar{Share: s, Y: spreadRow * float64(i)}
		if most > 0 {
			x.W = 100 * s.Percent / most
		}
		v.Bars = append(v.Bars, x)
	}
	return v
}

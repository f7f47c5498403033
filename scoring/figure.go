package scoring

// figure is what a part or a node comes to. The middle is what the answers given say, the bounds hold for every
// completion of what is open: in points, and as shares of what is attainable. They are exact once nothing is left
// that could change what is asked.
type figure struct {
	here     bool // applies; nothing of the rest means anything otherwise
	known    bool // has a middle
	optional bool // some completion may take it away
	p, of    num  // the middle: points, and those attainable
	pl, ph   num  // lowest and highest points
	sl, sh   num  // lowest and highest share
	winners  []int
}

func (f figure) share() num { return ratio(f.p, f.of) }

// ratio is a part of a whole; nothing of nothing is nothing.
func ratio(p, of num) num {
	if of.sign() == 0 {
		return zero
	}
	return p.quo(of)
}

// fixed is a figure without doubt.
func fixed(p, of num) figure {
	s := ratio(p, of)
	return figure{here: true, known: true, p: p, of: of, pl: p, ph: p, sl: s, sh: s}
}

// between is a figure that only its ends are known of.
func between(low, high, of num) figure {
	return figure{here: true, of: of, pl: low, ph: high, sl: ratio(low, of), sh: ratio(high, of)}
}

// widen lets a figure also be another one.
func (f figure) widen(g figure) figure {
	f.pl, f.ph, f.sl, f.sh = lower(f.pl, g.pl), higher(f.ph, g.ph), lower(f.sl, g.sl), higher(f.sh, g.sh)
	return f
}

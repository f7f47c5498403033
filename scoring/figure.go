package scoring

// figure is what a part or a node comes to. The middle is what the answers given say. The bounds hold every completion
// of what is open: points, points attainable, and points as a share of those attainable.
type figure struct {
	presence
	p, of   num // the middle: points, and those attainable
	pl, ph  num // lowest and highest points
	ol, oh  num // lowest and highest attainable
	sl, sh  num // lowest and highest share
	winners []int
}

// presence says how a figure is there.
type presence struct {
	here    bool // applies in some completion; nothing of the rest means anything otherwise
	known   bool // has a middle
	assumed bool // the middle is what the model makes of a missing answer
	out     bool // left out of the middle: it neither has one nor lacks one
	loose   bool // some completion takes it away
}

func (f *figure) share() num { return ratio(f.p, f.of) }

// certain says whether a figure is without any doubt, so that its share is both ends of its share.
func (f *figure) certain() bool {
	return f.known && !f.loose && f.sl == f.sh && f.p == f.pl && f.p == f.ph && f.of == f.ol && f.of == f.oh
}

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
	return figure{presence: presence{here: true, known: true}, p: p, of: of, pl: p, ph: p, ol: of, oh: of, sl: s, sh: s}
}

// between is a figure that only its ends are known of.
func between(low, high, of num) figure {
	return figure{presence: presence{here: true}, of: of, pl: low, ph: high, ol: of, oh: of, sl: ratio(low, of), sh: ratio(high, of)}
}

// widen lets a figure also be another one.
func (f figure) widen(g figure) figure {
	f.pl, f.ph = lower(f.pl, g.pl), higher(f.ph, g.ph)
	f.ol, f.oh = lower(f.ol, g.ol), higher(f.oh, g.oh)
	f.sl, f.sh = lower(f.sl, g.sl), higher(f.sh, g.sh)
	return f
}

// bounded gives the shares to points and attainable points that are bounded apart from each other.
func (f *figure) bounded() {
	f.sl, f.sh = extremeShare(f.pl, f.oh, f.ol), extremeShare(f.ph, f.ol, f.oh)
}

// extremeShare divides points by one end of what is attainable, or by the other where they are below zero.
func extremeShare(p, of, other num) num {
	if p.sign() < 0 {
		of = other
	}
	return ratio(p, of)
}

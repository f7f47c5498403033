package scoring

import "digitalkompass/questionnaire"

// finished takes a gap through what a node does after combining; wide is how far the two lie apart at most.
func (t *twin) finished(n *node, kids []kidGap, steady bool, wide *gap, pl, ph num) (low, high num) {
	if (n.Bounds != questionnaire.Bounds{}) {
		pl, ph = lower(pl, zero), higher(ph, zero)
	}
	if n.factor >= 0 {
		f := &t.nodes[n.factor]
		switch {
		case f.zero():
			pl, ph = lower(pl, zero), higher(ph, zero)
		case f.steady && f.sl.sign() >= 0 && pl.sign() >= 0 && t.plain(n):
			pl, ph = zero, wide.ph
		default:
			pl, ph = wide.pl, wide.ph
		}
	}
	if n.Weakest != nil {
		if !steady {
			return wide.pl, wide.ph
		}
		l, h := gapEnds(kids)
		pl, ph = lower(pl, l.mul(n.scale)), higher(ph, h.mul(n.scale))
	}
	if n.Round != nil {
		x, y := wide.pl, wide.ph
		if pl.sign() >= 0 {
			x = zero
		}
		if ph.sign() <= 0 {
			y = zero
		}
		pl, ph = x, y
	}
	return pl, ph
}

// plain says whether a node's points are surely not below nothing before they are lowered.
func (t *twin) plain(n *node) bool {
	if n.Bounds.Least != nil && n.Bounds.Least.Sign() >= 0 {
		return true
	}
	at := t.e.byID[n.ID]
	return t.a.nodes[at].pl.sign() >= 0 && t.b.nodes[at].pl.sign() >= 0
}

package scoring

import (
	"math/big"
	"slices"

	"digitalkompass/questionnaire"
)

// vote is for the child with most points; its share is the figure, of equals that of the first, and all that have as
// much win.
func vote(n *node, kids []weighed) figure {
	best, low, high, won := zero, zero, zero, false
	x := figure{}
	for i := range kids {
		k := &kids[i]
		if k.mayWin(kids, i) {
			if !won {
				low, high, won = k.sl, k.sh, true
			}
			low, high = lower(low, k.sl), higher(high, k.sh)
		}
		if !k.known {
			continue
		}
		switch c := k.p.cmp(best); {
		case !x.known || c > 0:
			best, x.winners, x.known = k.p, []int{k.place}, true
			x.p = k.share().mul(n.scale)
		case c == 0:
			x.winners = append(x.winners, k.place)
		}
	}
	f := n.scaled(x.known, zero, low, high)
	f.p, f.winners = x.p, x.winners
	return f
}

// mayWin says whether no other child is sure to have more points, or as many and to come first.
func (k *weighed) mayWin(kids []weighed, at int) bool {
	for j := range kids {
		if c := kids[j].pl.cmp(k.ph); !kids[j].loose && j != at && (c > 0 || c == 0 && j < at) {
			return false
		}
	}
	return true
}

// levels is the number of the highest level that is reached with all below. A level that nobody assessed is skipped.
func levels(n *node, kids []weighed) figure {
	reach := func(share func(*weighed) (x num, skip bool)) num {
		top := 0
		for i := range kids {
			x, skip := share(&kids[i])
			if reached := x.mul(whole(100)).cmp(numOf(n.Combine.Share)) >= 0; !reached && !skip {
				break
			} else if reached && !skip {
				top = kids[i].place + 1
			}
		}
		return whole(top).quo(whole(len(n.children)))
	}
	enough := func(x num) bool { return x.mul(whole(100)).cmp(numOf(n.Combine.Share)) >= 0 }
	known := slices.ContainsFunc(kids, func(k weighed) bool { return k.known })
	mid := reach(func(k *weighed) (num, bool) { return k.share(), !k.known })
	low := reach(func(k *weighed) (num, bool) { return k.sl, k.loose && enough(k.sl) })
	high := reach(func(k *weighed) (num, bool) { return k.sh, k.loose && !enough(k.sh) })
	return n.scaled(known, mid, low, high)
}

// decide takes the first case that holds, and bounds it by all that may.
func (s *state) decide(n *node) figure {
	var now, ahead chooser
	for k, c := range n.Combine.Cases {
		mid, may := s.caseOutlook(n, k)
		now.take(numOf(c.Value), mid)
		ahead.take(numOf(c.Value), may)
	}
	now.finish()
	ahead.finish()
	f := figure{presence: presence{here: true, known: !now.doubt}, p: now.p, of: n.scale, pl: ahead.low, ph: ahead.high, ol: n.scale, oh: n.scale}
	f.bounded()
	return f
}

// caseOutlook says whether a case holds by what stands now, and whether it will.
func (s *state) caseOutlook(n *node, k int) (mid, may questionnaire.Outlook) {
	may = s.e.index.Outlook(n.cases[k], s.sheet, s.open, true)
	mid = may
	for id, want := range n.Combine.Cases[k].Bands {
		at, ok := s.e.byID[id]
		if !ok {
			continue
		}
		bands, f := s.bands(&s.e.nodes[at]), &s.nodes[at]
		in := func(b int) bool { return b >= 0 && slices.Contains(want, bands[b].ID) }
		switch {
		case !f.here || f.out || f.known && !in(bandAt(bands, f.p)):
			mid = questionnaire.Never
		case !f.known && mid == questionnaire.Surely:
			mid = questionnaire.Perhaps
		}
		hit, miss := false, f.loose
		for b := bandAt(bands, f.pl); f.here && b <= bandAt(bands, f.ph); b++ {
			hit, miss = hit || in(b), miss || !in(b)
		}
		switch {
		case !hit:
			may = questionnaire.Never
		case miss && may == questionnaire.Surely:
			may = questionnaire.Perhaps
		}
	}
	return mid, may
}

// bands are those of a node that count for the company.
func (s *state) bands(n *node) []questionnaire.Band {
	for k, c := range n.bandSets {
		if s.e.index.Hold(c, s.sheet) {
			return n.BandsWhen[k].Bands
		}
	}
	return n.Bands
}

// bandAt is the place of the band that a value lies in, or -1.
func bandAt(bands []questionnaire.Band, v num) int {
	out := -1
	for i, b := range bands {
		if c := v.cmp(numOf(b.From)); c > 0 || c == 0 && !b.Above {
			out = i
		}
	}
	return out
}

// reckon is a number with its bounds; it is not here where a node that it needs does not apply.
type reckon struct {
	here, known, loose bool
	mid, low, high     num
}

func (s *state) formula(n *node) figure {
	x := s.work(n.Combine.Formula)
	if !x.here {
		return figure{}
	}
	f := figure{presence: presence{here: true, known: x.known, loose: x.loose}, p: x.mid, of: n.scale, pl: x.low, ph: x.high, ol: n.scale, oh: n.scale}
	f.bounded()
	return f
}

func (s *state) work(f *questionnaire.Formula) reckon {
	switch f.Op {
	case questionnaire.OpNumber:
		x := numOf(f.Number)
		return reckon{here: true, known: true, mid: x, low: x, high: x}
	case questionnaire.OpNode:
		at, ok := s.e.byID[f.Node]
		if !ok {
			return reckon{}
		}
		x := &s.nodes[at]
		return reckon{here: x.here, known: x.known, loose: x.loose, mid: x.p, low: x.pl, high: x.ph}
	default: // an operation on the arguments
	}
	out := s.work(&f.Args[0])
	for i := range f.Args[1:] {
		y := s.work(&f.Args[i+1])
		if !out.here || !y.here {
			return reckon{}
		}
		out = out.apply(f.Op, y)
	}
	return out
}

// endless stands for what has no bound: a division by what may still be nothing.
var endless = whole(1_000_000_000_000)

// apply joins two spans. Something divided by nothing is nothing.
func (x reckon) apply(op questionnaire.Op, y reckon) reckon {
	do := operations[op]
	out := reckon{here: true, known: x.known && y.known, loose: x.loose || y.loose}
	if out.known {
		out.mid = do(x.mid, y.mid)
	}
	if op == questionnaire.OpDiv && y.low.sign()*y.high.sign() <= 0 && y.low.cmp(y.high) != 0 {
		out.low, out.high = endless.neg(), endless
		return out
	}
	for i, c := range []num{do(x.low, y.low), do(x.low, y.high), do(x.high, y.low), do(x.high, y.high)} {
		if i == 0 {
			out.low, out.high = c, c
		}
		out.low, out.high = lower(out.low, c), higher(out.high, c)
	}
	return out
}

var operations = map[questionnaire.Op]func(a, b num) num{
	questionnaire.OpAdd: num.add, questionnaire.OpSub: num.sub, questionnaire.OpMul: num.mul, questionnaire.OpDiv: ratio,
	questionnaire.OpMax: higher, questionnaire.OpMin: lower,
}

// round brings a value to the digits that a model asks for.
func round(r *questionnaire.Rounding, x num) num {
	if r == nil {
		return x
	}
	v := x.rat()
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(r.Digits)), nil)
	v.Mul(v, new(big.Rat).SetInt(scale))
	return numOf(new(big.Rat).SetFrac(rounded(v, r.Mode), scale))
}

// rounded is the whole number nearest to v; ties go up, or to the even one. Down cuts towards zero.
func rounded(v *big.Rat, mode questionnaire.RoundMode) *big.Int {
	if mode == questionnaire.Down {
		return new(big.Int).Quo(v.Num(), v.Denom())
	}
	twice := new(big.Rat).Mul(v, big.NewRat(2, 1))
	twice.Add(twice, big.NewRat(1, 1))
	up := new(big.Int).Div(twice.Num(), new(big.Int).Mul(twice.Denom(), big.NewInt(2)))
	if mode == questionnaire.HalfEven && up.Bit(0) == 1 {
		tie := new(big.Rat).Sub(new(big.Rat).SetInt(up), v)
		if tie.Cmp(big.NewRat(1, 2)) == 0 {
			up.Sub(up, big.NewInt(1))
		}
	}
	return up
}

// geometric is the weighted geometric mean of the shares, rounded as the node says: a root has no exact value. Weights
// are whole numbers.
func geometric(n *node, kids []weighed) num {
	product, weights := big.NewRat(1, 1), int64(0)
	for i := range kids {
		s, w := kids[i].share().rat(), kids[i].weight.rat().Num().Int64()
		if s.Sign() <= 0 {
			return zero
		}
		for range w {
			product.Mul(product, s)
		}
		weights += w
	}
	return root(product, weights, n)
}

// root finds by halving the largest multiple of the node's last digit, on its scale, whose power does not exceed x,
// and then rounds half up. The power is exact.
func root(x *big.Rat, k int64, n *node) num {
	digits := 2
	if n.Round != nil {
		digits = n.Round.Digits
	}
	unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(digits)), nil))
	unit.Quo(unit, n.scale.rat())
	half := new(big.Rat).Quo(unit, big.NewRat(2, 1))
	most := new(big.Rat).Quo(big.NewRat(1, 1), unit)
	if x.Cmp(big.NewRat(1, 1)) > 0 {
		most.Mul(most, x)
	}
	low, high := new(big.Int), new(big.Int).Quo(most.Num(), most.Denom())
	for low.Cmp(high) < 0 { // the largest m with (m − ½ unit)^k ≤ x
		mid := new(big.Int).Add(low, high)
		mid.Add(mid, big.NewInt(1)).Rsh(mid, 1)
		v := new(big.Rat).Mul(new(big.Rat).SetInt(mid), unit)
		if power(v.Sub(v, half), k).Cmp(x) <= 0 {
			low = mid
		} else {
			high = mid.Sub(mid, big.NewInt(1))
		}
	}
	return numOf(new(big.Rat).Mul(new(big.Rat).SetInt(low), unit))
}

func power(x *big.Rat, k int64) *big.Rat {
	e := big.NewInt(k)
	return new(big.Rat).SetFrac(new(big.Int).Exp(x.Num(), e, nil), new(big.Int).Exp(x.Denom(), e, nil))
}

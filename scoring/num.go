package scoring

import (
	"math"
	"math/big"
	"math/bits"
)

// num is an exact rational number. Small ones live in two machine words; a result that does not fit goes on as a
// big.Rat. The zero value is 0.
type num struct {
	n, d int64 // d is 0 only for the zero value, which stands for 0/1
	r    *big.Rat
}

var (
	zero = num{n: 0, d: 1}
	one  = num{n: 1, d: 1}
)

func whole(n int) num { return num{n: int64(n), d: 1} }

func numOf(r *big.Rat) num {
	if r == nil {
		return zero
	}
	if r.Num().IsInt64() && r.Denom().IsInt64() && r.Num().Int64() != math.MinInt64 {
		return num{n: r.Num().Int64(), d: r.Denom().Int64()}
	}
	return num{r: r}
}

// rat is the number as others read it; it is always a new one.
func (a num) rat() *big.Rat {
	if a.r != nil {
		return new(big.Rat).Set(a.r)
	}
	if a.d == 0 {
		return new(big.Rat)
	}
	return big.NewRat(a.n, a.d)
}

func (a num) den() int64 {
	if a.d == 0 {
		return 1
	}
	return a.d
}

func (a num) sign() int {
	switch {
	case a.r != nil:
		return a.r.Sign()
	case a.n > 0:
		return 1
	case a.n < 0:
		return -1
	}
	return 0
}

func abs(n int64) uint64 {
	if n < 0 {
		return uint64(-n)
	}
	return uint64(n)
}

// times multiplies two words; ok is false when the product does not fit.
func times(a, b int64) (p int64, ok bool) {
	hi, lo := bits.Mul64(abs(a), abs(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

func gcd(a, b int64) int64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// lowest brings a fraction of words with d > 0 to lowest terms.
func lowest(n, d int64) num {
	if n == 0 {
		return zero
	}
	if d == 1 {
		return num{n: n, d: 1}
	}
	g := gcd(int64(abs(n)), d)
	return num{n: n / g, d: d / g}
}

func (a num) add(b num) num {
	if a.r == nil && b.r == nil {
		ad, bd := a.den(), b.den()
		if ad == bd {
			if s := a.n + b.n; (s > a.n) == (b.n > 0) && s != math.MinInt64 {
				return lowest(s, ad)
			}
		}
		x, ok1 := times(a.n, bd)
		y, ok2 := times(b.n, ad)
		d, ok3 := times(ad, bd)
		if s := x + y; ok1 && ok2 && ok3 && (s > x) == (y > 0) && s != math.MinInt64 {
			return lowest(s, d)
		}
	}
	return numOf(new(big.Rat).Add(a.rat(), b.rat()))
}

// plus is a + w·x, not always in lowest terms: sums of many products whose denominators divide each other are fast, and
// what is done with the sum brings it to lowest terms.
func (a num) plus(w, x num) num {
	if a.r == nil && w.r == nil && x.r == nil {
		p, ok1 := times(w.n, x.n)
		pd, ok2 := times(w.den(), x.den())
		if n, d, ok := together(a.n, a.den(), p, pd); ok && ok1 && ok2 {
			return num{n: n, d: d}
		}
	}
	return a.add(w.mul(x))
}

// together adds two fractions of words where one denominator divides the other and the sum fits.
func together(n, d, m, e int64) (sum, of int64, ok bool) {
	if d < e {
		n, d, m, e = m, e, n, d
	}
	if e == 0 || d%e != 0 {
		return 0, 0, false
	}
	m, ok = times(m, d/e)
	sum = n + m
	return sum, d, ok && (sum > n) == (m > 0) && sum != math.MinInt64
}

func (a num) neg() num {
	if a.r != nil {
		return numOf(new(big.Rat).Neg(a.r))
	}
	return num{n: -a.n, d: a.den()}
}

func (a num) sub(b num) num { return a.add(b.neg()) }

func (a num) mul(b num) num {
	if a.r == nil && b.r == nil {
		n, ok1 := times(a.n, b.n)
		d, ok2 := times(a.den(), b.den())
		if ok1 && ok2 {
			return lowest(n, d)
		}
	}
	return numOf(new(big.Rat).Mul(a.rat(), b.rat()))
}

// quo divides; b is not 0.
func (a num) quo(b num) num {
	if b.r != nil {
		return numOf(new(big.Rat).Quo(a.rat(), b.r))
	}
	if b.n < 0 {
		return a.neg().mul(num{n: b.den(), d: -b.n})
	}
	return a.mul(num{n: b.den(), d: b.n})
}

func (a num) cmp(b num) int {
	if a.r == nil && b.r == nil {
		ad, bd := a.den(), b.den()
		if ad == bd {
			switch {
			case a.n < b.n:
				return -1
			case a.n > b.n:
				return 1
			}
			return 0
		}
		x, ok1 := times(a.n, bd)
		y, ok2 := times(b.n, ad)
		if ok1 && ok2 {
			switch {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return 0
		}
	}
	return a.rat().Cmp(b.rat())
}

func lower(a, b num) num {
	if b.cmp(a) < 0 {
		return b
	}
	return a
}

func higher(a, b num) num {
	if b.cmp(a) > 0 {
		return b
	}
	return a
}

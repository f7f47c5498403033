package questionnaire

import (
	"math"
	"math/big"
)

// saaty are the mean consistency indices of random matrices, by the number of rows.
var saaty = []float64{3: 0.58, 4: 0.90, 5: 1.12, 6: 1.24, 7: 1.32, 8: 1.41, 9: 1.45, 10: 1.49}

// What a comparison of pairs may miss by: two cells from being each other's inverse, a weight from the one derived, as
// a part of the sum, and the whole from being free of contradictions.
const (
	maxInverse     = 0.02
	maxWeight      = 0.01
	maxConsistency = 0.10
)

// checkPairwise holds a node's weights against the comparison of pairs that they are said to come from.
func (l *loader) checkPairwise(p *nodePlace) {
	w := p.node.Weighting
	if w == nil || w.Pairwise == nil {
		return
	}
	var names []string
	var weights []float64
	for _, r := range l.compared(p) {
		names, weights = append(names, r.Question+r.Node), append(weights, float(r.Weight))
	}
	at := p.place("weighting")
	square := len(w.Pairwise) == len(weights) && len(weights) > 1 && len(weights) < len(saaty)
	for _, row := range w.Pairwise {
		square = square && len(row) == len(weights)
	}
	if !square {
		l.d.Error(at, "pairwise-shape", "n", len(weights), "max", len(saaty)-1)
		return
	}
	for i, row := range w.Pairwise {
		for j := range i + 1 {
			if product := float(row[j]) * float(w.Pairwise[j][i]); math.Abs(product-1) > maxInverse {
				l.d.Error(at, "pairwise-reciprocal", "a", names[j], "b", names[i])
				return
			}
		}
	}
	derived := rowMeans(w.Pairwise)
	sum := total(weights)
	for i, x := range derived {
		if math.Abs(weights[i]/sum-x) > maxWeight {
			l.d.Error(at, "pairwise-weights", "name", names[i], "want", hundredths(x), "has", hundredths(weights[i]/sum))
		}
	}
	if ratio := contradiction(w.Pairwise, derived); ratio >= maxConsistency {
		l.d.Error(at, "pairwise-consistency", "ratio", hundredths(ratio))
	}
}

// compared are a node's children as they are written, with the weights that count.
func (l *loader) compared(p *nodePlace) []Ref {
	if len(p.refs) == 0 {
		return p.node.Of
	}
	var out []Ref
	for _, r := range p.refs {
		for _, complete := range p.node.Of {
			if complete.Question == r.Question && complete.Node == r.Node && (r.Part == "" || r.Part == complete.Part) {
				out = append(out, complete)
				break
			}
		}
	}
	return out
}

// rowMeans are the weights by the geometric means of the rows; they add up to 1.
func rowMeans(rows [][]*big.Rat) []float64 {
	out := make([]float64, len(rows))
	for i, row := range rows {
		product := 1.0
		for _, cell := range row {
			product *= float(cell)
		}
		out[i] = math.Pow(product, 1/float64(len(rows)))
	}
	sum := total(out)
	for i := range out {
		out[i] /= sum
	}
	return out
}

// contradiction is the consistency ratio.
func contradiction(rows [][]*big.Rat, weights []float64) float64 {
	n := len(rows)
	if n < 3 {
		return 0
	}
	largest := 0.0
	for i, row := range rows {
		x := 0.0
		for j, cell := range row {
			x += float(cell) * weights[j]
		}
		largest += x / weights[i] / float64(n)
	}
	return (largest - float64(n)) / float64(n-1) / saaty[n]
}

func float(r *big.Rat) float64 {
	f, _ := r.Float64()
	return f
}

func total(all []float64) float64 {
	sum := 0.0
	for _, x := range all {
		sum += x
	}
	return sum
}

func hundredths(x float64) *big.Rat { return big.NewRat(int64(math.Round(x*100)), 100) }

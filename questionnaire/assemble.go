package questionnaire

// Assemble completes a bank made of its parts: it builds the indexes by id. A bank has to be assembled before use.
func Assemble(b *Bank) *Bank {
	b.index, b.measures = map[string]*Question{}, map[string]*Measure{}
	for _, q := range b.Profile {
		b.index[q.ID] = q
	}
	for _, d := range b.Dimensions {
		for _, q := range d.Questions {
			b.index[q.ID] = q
			for _, m := range q.Measures {
				b.measures[m.ID] = m
			}
		}
	}
	return b
}

// alignSizes gives the variants by size class what was read after them.
func (b *Bank) alignSizes() {
	for _, q := range b.index {
		for _, v := range q.sized {
			v.Asking, v.Measures = q.Asking, q.Measures
		}
	}
}

package questionnaire

import "slices"

// Renewal says what became of answers that were given to another edition of the bank.
type Renewal struct {
	From    BankRef  // the edition they were given to
	Kept    int      // answers taken over as they were
	Mapped  []string // present ids of items whose answers came over under another name, or with renamed options or rows
	Dropped []string // ids, as the file has them, of answers that are no longer possible; their notes are kept where there is a place
	New     []string // ids of items that the other edition did not have, as far as that is known
}

// Material says whether more changed than wording and points.
func (r *Renewal) Material() bool {
	return r != nil && len(r.Mapped)+len(r.Dropped)+len(r.New) > 0
}

// other says whether an assessment was made with another edition of a bank.
func (r BankRef) other(b *Bank) bool {
	return r.Version != "" && r.Version != b.About.Version || r.Digest != "" && r.Digest != b.About.Digest
}

// Know completes a renewal by the items that the other edition had.
func (r *Renewal) Know(b *Bank, items []string) {
	if len(items) == 0 {
		return
	}
	had := map[string]bool{}
	for _, id := range items {
		had[id], had[b.renamed[id]] = true, true
	}
	for _, q := range b.Index().Items {
		if !had[q.ID] {
			r.New = append(r.New, q.ID)
		}
	}
}

// ItemIDs are the ids of all questions and fields, in order.
func (b *Bank) ItemIDs() []string {
	var out []string
	for _, q := range b.Index().Items {
		out = append(out, q.ID)
	}
	return slices.Clip(out)
}

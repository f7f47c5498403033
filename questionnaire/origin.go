package questionnaire

import "digitalkompass/questionnaire/i18n"

// Evidence says how well founded the rules of a bank or a question are. The zero value is invalid.
type Evidence int

// The grades: made by the bank's author, published by the model's owner, worked out anew from descriptions, and assumed.
const (
	EvidenceOwn Evidence = iota + 1
	EvidencePublished
	EvidenceReproduced
	EvidenceAssumed
)

var evidences = map[string]Evidence{"own": EvidenceOwn, "published": EvidencePublished, "reproduced": EvidenceReproduced, "assumed": EvidenceAssumed}

// String is the word for a grade in data files.
func (e Evidence) String() string {
	for w, other := range evidences {
		if other == e {
			return w
		}
	}
	return ""
}

// Provenance says where a bank's rules come from.
type Provenance struct {
	Evidence Evidence
	Sources  []string  // citations, not translated
	Notice   i18n.Text // shown with every result, for example that the bank is not the official one
}

// Origin says where one question comes from.
type Origin struct {
	Evidence Evidence // the bank's where the question says nothing
	Source   string
}

// Edition says which variant of the model a bank is, and which there are.
type Edition struct {
	Variants []Variant
	Variant  string // the id of the one loaded, "" for the bank itself
}

// Variant is a named form of a model, whose files stand in for those of the bank.
type Variant struct {
	ID    string
	Title i18n.Text
}

// VariantIDs are the ids of all variants.
func (e *Edition) VariantIDs() []string {
	var out []string
	for _, v := range e.Variants {
		out = append(out, v.ID)
	}
	return out
}

package questionnaire_test

import (
	"math/big"
	"testing"

	"digitalkompass/questionnaire/i18n"
)

// Only the figure 1 takes the other form: "1 Tag je Person", but "0 Tage", "0,5 Tage" and "2 Tage".
func TestTheFigureOneHasItsOwnUnit(t *testing.T) {
	b := shipped(t)
	for _, c := range []struct{ id, figure, de, en string }{
		{"training-days", "1", "Tag je Person", "day per person"},
		{"training-days", "0", "Tage je Person", "days per person"},
		{"training-days", "1/2", "Tage je Person", "days per person"},
		{"changes-in-use", "1", "Neuerung", "change"},
		{"changes-in-use", "2", "Neuerungen", "changes"},
		{"founded", "1", "Jahr", "year"},
	} {
		figure, _ := new(big.Rat).SetString(c.figure)
		unit := b.Question(c.id).Wording.UnitOf(figure)
		if unit.In(i18n.German) != c.de || unit.In(i18n.English) != c.en {
			t.Errorf("%s %s: %v", c.figure, c.id, unit)
		}
	}
}

// Every unit that is a countable word has both forms.
func TestEveryCountedUnitHasAFormForOne(t *testing.T) {
	same := map[string]bool{"%": true, "€": true, "Jahr": true}
	for _, q := range all(shipped(t)) {
		if unit := q.Wording.Unit.In(i18n.German); unit != "" && !same[unit] && q.Wording.UnitOne == nil {
			t.Errorf("%s: %q has no unit_one", q.ID, unit)
		}
	}
}

package wizard

import (
	"maps"
	"testing"

	"digitalkompass/questionnaire/i18n"
)

// The space key, pressed to look around, changes no row; a row that another key changes says what it was.
func TestARowNeverChangesWithoutAWord(t *testing.T) {
	for l, words := range map[i18n.Lang][3]string{
		i18n.German:  {"Die Leertaste antwortet hier nicht: bitte 1 bis 3 tippen.", "(vorher: ", "(vorher: "},
		i18n.English: {"The space key gives no answer here: type 1 to 3.", "(before: ", "(before: "},
	} {
		for _, w := range []int{minWidth, 120} {
			d := atField(t, "two-factor", l).size2(w, minHeight).press("home", "2", "home")
			was := maps.Clone(d.answer("two-factor").Value.Rows)
			d.press("space").shows(words[0])
			if got := d.answer("two-factor").Value.Rows; !maps.Equal(got, was) {
				t.Errorf("%s: %v instead of %v", l, got, was)
			}
			d.press("right").shows(words[1]).press("2").shows(words[2]).press("home", "2").hides(words[2])
		}
	}
}

package pdf

import (
	"bytes"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"digitalkompass/report/reporttest"
)

var language = regexp.MustCompile(`^[a-z]{2,3}(-[A-Z]{2})?$`)

// languageRules ask that what is set apart as being in another language says in which.
func languageRules(r *reading) (found []string) {
	for _, n := range r.root.all() {
		lang, there := n.dict["Lang"]
		if said := r.words(lang); there && !language.MatchString(said) {
			found = append(found, fmt.Sprintf("%q is no language", said))
		}
		if n.tag == "Span" && (!there || r.words(lang) == r.words(r.catalog()["Lang"])) {
			found = append(found, fmt.Sprintf("%q is set apart without a language of its own", n.text))
		}
	}
	return found
}

// marked are the texts that a file says in another language than its own.
func marked(r *reading, lang string) (out []string) {
	for _, n := range r.root.all() {
		if r.words(n.dict["Lang"]) == lang {
			out = append(out, bare(n.text))
		}
	}
	return out
}

func TestForeignWordsAreMarked(t *testing.T) {
	s := sample(t, "metallbau-35/de")
	var b bytes.Buffer
	if _, err := Write(&b, s.Planted(), s.Printer); err != nil {
		t.Fatal(err)
	}
	r := readFile(t, b.Bytes())
	complain(t, r)
	whole, all := 0, ""
	for _, text := range marked(r, "en-GB") {
		if text == bare(reporttest.Word) {
			whole++
		}
		all += text
	}
	if strings.Count(all, bare(reporttest.Word)) != 4 || whole != 3 { // one breaks over two lines
		t.Errorf("%d marked whole, all together %q", whole, all)
	}
}

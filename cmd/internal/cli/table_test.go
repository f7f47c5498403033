package cli

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTableFitsALine(t *testing.T) {
	long := strings.Repeat("12345678/", 30)
	for name, rows := range map[string][][]string{
		"small":     {{"Was", "erwartet", "erhalten"}, {"strategie", "130", "30"}},
		"two wide":  {{"Was", "erwartet", "erhalten"}, {"coverage.not-applicable", long, "1 [" + long + " … 5]"}},
		"one wide":  {{"a", "b"}, {"größe", strings.Repeat("ein Wort und noch eines ", 20)}},
		"all wide":  {{long, long, long}},
		"no room":   {{strings.Repeat("x", 400), "1"}},
		"the limit": {{strings.Repeat("x", 48), strings.Repeat("y", 48)}},
	} {
		var out strings.Builder
		table := newTable("  ", rows)
		for _, r := range rows {
			table.write(&out, r)
		}
		var kept string
		for line := range strings.Lines(out.String()) {
			line = strings.TrimSuffix(line, "\n")
			if n := utf8.RuneCountInString(line); n > tableWidth || strings.HasSuffix(line, " ") {
				t.Errorf("%s: %d columns: %q", name, n, line)
			}
			kept += strings.Join(strings.Fields(line), "")
		}
		want := 0
		for _, r := range rows {
			want += len(strings.Join(strings.Fields(strings.Join(r, "")), ""))
		}
		if len(kept) != want {
			t.Errorf("%s: letters are lost:\n%s", name, out.String())
		}
	}
}

func TestWrapped(t *testing.T) {
	for _, x := range []struct {
		text string
		want []string
	}{
		{"", []string{""}},
		{"ab cd", []string{"ab cd"}},
		{"ab cd ef", []string{"ab cd", "ef"}},
		{"abcdefghijkl", []string{"abcde", "fghij", "kl"}},
		{"ab cdefghi j", []string{"ab", "cdefg", "hi j"}},
	} {
		if got := wrapped(x.text, 5); !slices.Equal(got, x.want) {
			t.Errorf("%q: %q, want %q", x.text, got, x.want)
		}
	}
}

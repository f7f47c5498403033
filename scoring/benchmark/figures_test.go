package benchmark_test

import (
	"math/big"
	"os"
	"strconv"
	"strings"
	"testing"

	"digitalkompass/scoring/benchmark"
)

// published are the figures of a group in a country and year: four levels and "at least basic".
type published map[string][]string

// extract reads Eurostat's own rows.
func extract(t *testing.T) published {
	t.Helper()
	place := map[string]int{"E_DI3_VLO": 0, "E_DI3_LO": 1, "E_DI3_HI": 2, "E_DI3_VHI": 3, "E_DI3_GELO": 4}
	out := published{}
	for _, line := range lines(t, "testdata/isoc_e_dii.csv") {
		f := strings.Split(line, ",")
		at, known := 0, false
		if len(f) == 5 {
			at, known = place[f[3]]
		}
		if !known {
			continue
		}
		key := strings.TrimSuffix(f[0], "_2020") + " " + f[1] + " " + strings.ToLower(f[2])
		if out[key] == nil {
			out[key] = make([]string, 5)
		}
		out[key][at] = f[4]
	}
	return out
}

// table reads the same figures from where they were written down a second time.
func table(t *testing.T) published {
	t.Helper()
	out := published{}
	for _, line := range lines(t, "testdata/table.md") {
		f := strings.Split(strings.Trim(line, "| "), " | ")
		if len(f) == 8 && len(f[1]) == 4 && f[1] != "year" {
			out[f[0]+" "+f[1]+" "+strings.ToLower(f[2])] = f[3:]
		}
	}
	return out
}

func lines(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(string(data), "\n")
}

// Every figure shipped is the one that Eurostat publishes, and the one in the table; and no published one is left out.
func TestTheFiguresAreThePublishedOnes(t *testing.T) {
	ours, eurostat, second := published{}, extract(t), table(t)
	for _, s := range load(t, bank(t)).Benchmark().Sets {
		for _, r := range s.Rows {
			var row []string
			for _, x := range append(r.Shares[:len(r.Shares):len(r.Shares)], r.Basic) {
				row = append(row, x.FloatString(2))
			}
			ours[r.Country+" "+strconv.Itoa(s.Year)+" "+r.Group] = row
		}
	}
	if len(ours) != 45 || len(eurostat) != 45 || len(second) != 45 {
		t.Fatalf("%d rows here, %d at Eurostat, %d in the table; all should be 45", len(ours), len(eurostat), len(second))
	}
	for key, row := range ours {
		for name, other := range map[string]published{"Eurostat": eurostat, "the table": second} {
			if have, want := strings.Join(row, " "), strings.Join(other[key], " "); have != want {
				t.Errorf("%s: %s, but %s has %s", key, have, name, want)
			}
		}
	}
}

// The four levels add up to 100, and all but the first to "at least basic", within a tenth.
func TestTheFiguresAddUp(t *testing.T) {
	near := func(key string, have, want *big.Rat) {
		t.Helper()
		off := new(big.Rat).Sub(have, want)
		if off.Abs(off).Cmp(big.NewRat(1, 10)) > 0 {
			t.Errorf("%s: %s instead of %s", key, have.FloatString(2), want.FloatString(2))
		}
	}
	for key, row := range extract(t) {
		above := new(big.Rat)
		for _, s := range row[1:4] {
			above.Add(above, rat(t, s))
		}
		near(key+" basic", above, rat(t, row[4]))
		near(key+" all", above.Add(above, rat(t, row[0])), big.NewRat(100, 1))
	}
}

func rat(t *testing.T, s string) *big.Rat {
	t.Helper()
	r, ok := new(big.Rat).SetString(s)
	if !ok {
		t.Fatalf("%q is no number", s)
	}
	return r
}

// Only 2025 was counted with the list that the bank asks; what is not known is said to be unknown.
func TestWhatIsSaidAboutTheFigures(t *testing.T) {
	b := load(t, bank(t)).Benchmark()
	for _, s := range b.Sets {
		if s.Comparable != (s.Year == 2025) {
			t.Errorf("%d: comparable %v", s.Year, s.Comparable)
		}
	}
	if b.Kind != benchmark.Measured || b.Source.Publisher != "Eurostat" || !b.Source.Retrieved.IsZero() || b.Population.Enterprises != 0 {
		t.Errorf("%+v", b.Source)
	}
	if years := b.Older(); len(years) != 2 || years[0] != 2023 || years[1] != 2021 {
		t.Errorf("older years: %v", years)
	}
}

package stream

import (
	"fmt"
	"math/big"
	"reflect"
	"testing"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// plain is a reply without what only tells one way to write a figure from another.
func plain(r questionnaire.Reply) string {
	f := "none"
	if r.Figure != nil {
		f = r.Figure.RatString()
	}
	r.Figure = nil
	return fmt.Sprintf("%+v %s", r, f)
}

// agrees holds a line that the decoder reads against what the full reader makes of it.
func agrees(t *testing.T, b *questionnaire.Bank, d *decoder, line []byte) (read bool) {
	t.Helper()
	read = d.read(line)
	var found source.Diagnostics
	a := questionnaire.Decode("", line, b, &found)
	if !read {
		return false
	}
	if a == nil || !found.Empty() {
		t.Fatalf("read although %v\n%s", found.All(), line)
	}
	want := d.index.Sheet(a)
	if d.sheet.Path != want.Path {
		t.Fatalf("path %s, want %s", d.sheet.Path, want.Path)
	}
	for i := range want.Replies {
		if got, want := plain(d.sheet.Replies[i]), plain(want.Replies[i]); got != want {
			t.Fatalf("%s: got %s, want %s\n%s", d.names[i], got, want, line)
		}
	}
	return true
}

func TestReadsAsTheFullReaderDoes(t *testing.T) {
	for _, dir := range folders {
		b := load(t, dir)
		d, m := newDecoder(b), newMaker(b, 1)
		for i := range 150 {
			m.gaps, m.odd = i%40, i%30
			if line := m.line(t); !agrees(t, b, d, line) {
				t.Fatalf("left to the full reader:\n%s", line)
			}
		}
		for _, c := range b.Cases {
			a := *c.Assessment
			a.Bank = b.Ref()
			agrees(t, b, d, compact(t, b, &a))
		}
	}
}

// A byte changed, left out, doubled or put in anywhere never makes the decoder read what the full reader refuses.
func TestReadsNothingThatIsBroken(t *testing.T) {
	put := []byte("{}[]\",:\\0123456789-+.eEutnf \x00\x01\xff\xc3\t")
	for _, dir := range folders {
		b := load(t, dir)
		d, m := newDecoder(b), newMaker(b, 2)
		m.gaps, m.odd = 10, 10
		for range 8 {
			line := m.line(t)
			for range 120 {
				bad, at := append([]byte{}, line...), m.r.IntN(len(line))
				switch m.r.IntN(4) {
				case 0:
					bad[at] = put[m.r.IntN(len(put))]
				case 1:
					bad = append(bad[:at], bad[at+1:]...)
				case 2:
					bad = append(bad[:at], append([]byte{put[m.r.IntN(len(put))]}, bad[at:]...)...)
				case 3:
					end := min(len(bad), at+m.r.IntN(60))
					bad = append(bad[:end:end], bad[at:]...)
				}
				agrees(t, b, d, bad)
			}
		}
	}
}

func small(company, answers string) string {
	return `{"bank":{"id":"digitalkompass"},"company":{` + company + `},"answers":{` + answers + `}}`
}

func TestWhatIsReadAtOnce(t *testing.T) {
	b := shipped(t)
	d := newDecoder(b)
	for _, line := range []string{
		small("", ""),
		" \t" + small(`"employees" : 12 `, "") + "\r",
		small(`"employees":{"value":12.5,"note":"etwa"}`, `"order-to-invoice":{"note":"später"}`),
		small(`"company_name":null,"employees":"micro"`, `"order-to-invoice":{"value":"program","later":false}`),
		small("", `"order-to-invoice":{"state":"unknown","confidence":"seen","target":"measured"}`),
		small("", `"order-to-invoice":{"value":"program","evidence":"Ordner 3"}`),
		`{"bank":{"id":"digitalkompass"},"company":{},"answers":{},"path":"deeper"}`,
		`{"ref":"A-1","answers":{},"company":{},"bank":{"id":"digitalkompass","version":"0.1"},"path":"quick","position":"x","language":"en","schema":""}`,
	} {
		if line := []byte(line); !agrees(t, b, d, line) {
			t.Errorf("left to the full reader: %s", line)
		}
	}
}

// What the decoder leaves alone is for the full reader, whether it is wrong or only unusual.
func TestWhatIsLeftToTheFullReader(t *testing.T) {
	b := shipped(t)
	d := newDecoder(b)
	for _, line := range []string{
		"", "[]", "null", "{}", small("", "") + "x", small("", "") + "{}", small("", "")[1:],
		`{"bank":{"id":"other"},"company":{},"answers":{}}`,
		`{"bank":{"id":"digitalkompass","id":"digitalkompass"},"company":{},"answers":{}}`,
		`{"bank":{"id":"digitalkompass","variant":"x"},"company":{},"answers":{}}`,
		`{"bank":{"id":"digitalkompass"},"company":{},"company":{},"answers":{}}`,
		`{"bank":{"id":"digitalkompass"},"company":{},"answers":{},"more":1}`,
		`{"bank":{"id":"digitalkompass"},"company":{},"answers":{},"started":"yesterday"}`,
		`{"bank":{"id":"digitalkompass"},"company":{},"answers":{},"path":"long"}`,
		`{"bank":{"id":"digitalkompass"},"company":{},"answers":{},"note":"\ud800"}`,
		small(`"employees":1e3`, ""), small(`"employees":012`, ""), small(`"employees":-1`, ""), small(`"employees":true`, ""),
		small(`"employees":12.34567`, ""), small(`"employees":99999999999999`, ""), small(`"employees":12.`, ""), small(`"employees":.5`, ""),
		small(`"nobody":1`, ""), small(`"order-to-invoice":"program"`, ""), small("", `"employees":12`),
		small(`"employees":{"state":"unknown"}`, ""), small(`"employees":12,"employees":12`, ""),
		small("", `"order-to-invoice":"program"`), small("", `"order-to-invoice":null`), small("", `"order-to-invoice":{}`),
		small("", `"order-to-invoice":{"value":"nothing"}`), small("", `"order-to-invoice":{"value":"program","state":"unknown"}`),
		small("", `"order-to-invoice":{"value":"prog\u0072am"}`), small("", `"order-to-invoice":{"later":"yes"}`),
		small("", `"order-to-invoice":{"value":"program","target":"nothing"}`), small("", `"order-to-invoice":{"value":"program","value":"program"}`),
		small("", `"order-to-invoice":{"value":"program","confidence":"hoped"}`),
		small("", `"order-to-invoice":{"value":"program","note":"`+"\t"+`"}`), small("", `"order-to-invoice":{"state":"answered"}`),
		small("", `"order-to-invoice":{"value":"program","evidence":"zwei\nZeilen"}`),
	} {
		if agrees(t, b, d, []byte(line)) {
			t.Errorf("read: %s", line)
		}
	}
}

func TestNumbersInUnits(t *testing.T) {
	for text, want := range map[string]int64{"0": 0, "-0": 0, "7": 70000, "-7.5": -75000, "12.3456": 123456, "100.05": 1000500} {
		c := cursor{data: []byte(text)}
		if got, ok := c.number(); !ok || got != want {
			t.Errorf("%s: %d %v", text, got, ok)
		}
	}
	for _, text := range []string{"", "-", "01", "1.", "1.23456", "1e2", "1234567890123", "x"} {
		c := cursor{data: []byte(text)}
		if got, ok := c.number(); ok {
			t.Errorf("%q is read as %d", text, got)
		}
	}
	if _, ok := unitsOf(big.NewRat(1, 3)); ok {
		t.Error("a third is no whole number of units")
	}
}

func TestNothingIsLeftOverFromTheLineBefore(t *testing.T) {
	b := shipped(t)
	d, fresh, m := newDecoder(b), newDecoder(b), newMaker(b, 3)
	d.read(m.line(t))
	line := []byte(small("", ""))
	if !d.read(line) || !fresh.read(line) || !reflect.DeepEqual(d.sheet, fresh.sheet) {
		t.Error("the second line knows the first")
	}
}

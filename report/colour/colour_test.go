package colour

import "testing"

func TestParse(t *testing.T) {
	for text, want := range map[string]bool{"#0E5A64": true, "#0e5a64": true, "0E5A64": false, "#0E5A6": false, "#GG5A64": false, "": false, "#": false} {
		if c, ok := Parse(text); ok != want || ok && c != Accent {
			t.Errorf("%q: %s, %v", text, c, ok)
		}
	}
}

func TestOver(t *testing.T) {
	c, ground := Hex("#0E5A64"), Hex("#14191D")
	if c.Over(ground, 1) != c || c.Over(ground, 0) != ground || c.Over(White, 0.3) != c.Tint(0.3) {
		t.Errorf("%s %s %s", c.Over(ground, 1), c.Over(ground, 0), c.Over(White, 0.3))
	}
}

// Whatever the accent is, white is read on it, it is read on a dark ground, and the signal is another colour.
func TestAnyAccent(t *testing.T) {
	dark := Hex("#14191D")
	for r := 0; r < 256; r += 15 {
		for g := 0; g < 256; g += 15 {
			for b := 0; b < 256; b += 15 {
				c := Colour{uint8(r), uint8(g), uint8(b)}
				accent := Readable(c)
				if accent.Contrast(White) < 5.5 {
					t.Fatalf("%s becomes %s", c, accent)
				}
				if c.Contrast(White) >= 5.5 && accent != c {
					t.Fatalf("%s is dark enough and becomes %s", c, accent)
				}
				if Light(accent, dark).Contrast(dark) < 7 {
					t.Fatalf("%s is not light on a dark ground", c)
				}
				if s := SignalBeside(accent); s.Near(accent) {
					t.Fatalf("%s beside %s", s, accent)
				}
			}
		}
	}
}

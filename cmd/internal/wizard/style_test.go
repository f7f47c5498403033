package wizard

import (
	"strconv"
	"strings"
	"testing"

	"digitalkompass/report/colour"
)

// terminals are what common terminals make of the sixteen colours, with their dark and their light ground.
var terminals = map[string]struct{ dark, light, colours string }{
	"vga":       {"000000", "ffffff", "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"},
	"xterm":     {"000000", "ffffff", "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"},
	"console":   {"000000", "ffffff", "000000 800000 008000 808000 000080 800080 008080 c0c0c0 808080 ff0000 00ff00 ffff00 0000ff ff00ff 00ffff ffffff"},
	"campbell":  {"0c0c0c", "ffffff", "0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2"},
	"tango":     {"000000", "ffffff", "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec"},
	"solarized": {"002b36", "fdf6e3", "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3"},
}

// Bars and signs keep the contrast of graphics on every ground that their theme may meet.
func TestColoursOfSixteenKeepTheirContrast(t *testing.T) {
	const least = 3.0
	shade := func(hex string) colour.Colour { return colour.Hex("#" + hex) }
	for _, theme := range []struct {
		name        string
		p           palette
		dark, light bool
	}{{"auto", auto16, true, true}, {"dark", dark16, true, false}, {"light", light16, false, true}} {
		for role, number := range map[string]string{"accent": theme.p.accent, "good": theme.p.good, "warn": theme.p.warn, "fault": theme.p.fault} {
			n, err := strconv.Atoi(number)
			if err != nil {
				continue // the terminal's own
			}
			for name, term := range terminals {
				c := shade(strings.Fields(term.colours)[n])
				if on := c.Contrast(shade(term.dark)); theme.dark && on < least {
					t.Errorf("%s %s is %.1f on the dark ground of %s", theme.name, role, on, name)
				}
				if on := c.Contrast(shade(term.light)); theme.light && on < least {
					t.Errorf("%s %s is %.1f on the light ground of %s", theme.name, role, on, name)
				}
			}
		}
	}
}

package cli

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"digitalkompass/cmd/internal/desk"
)

// Console is what a Windows console can and whose it is. Elsewhere it is that of a terminal that can everything.
type Console struct {
	Sequences bool   // it understands the sequences that paint a screen
	Bitmap    bool   // its letters are a bitmap, without lines and blocks
	CodePage  uint32 // of its output, 0 if unknown
	Own       bool   // it was opened for this program alone, by a double click, and closes with it
}

// anyTerminal is a console about which nothing bad is known.
var anyTerminal = Console{Sequences: true}

// eastAsian are the code pages of consoles that draw lines and blocks twice as wide as others: Japanese, Chinese, Korean.
var eastAsian = []uint32{932, 936, 949, 950}

// poor says whether only ASCII is sure to look right.
func (c Console) poor() bool { return c.Bitmap || slices.Contains(eastAsian, c.CodePage) }

func (a *app) console() Console {
	if a.env.Console == nil {
		return anyTerminal
	}
	return a.env.Console()
}

// ascii says whether the terminal can show only ASCII, and whether it lacks letters too. Where the encoding is not said
// (Windows), it is UTF-8. Chinese, Japanese and Korean locales draw lines and blocks twice as wide.
func (a *app) ascii() (signs, letters bool) {
	if a.console().poor() {
		return true, false
	}
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := strings.ToLower(a.env.Getenv(name)); v != "" {
			letters = !strings.Contains(v, "utf-8") && !strings.Contains(v, "utf8")
			return letters || strings.HasPrefix(v, "zh") || strings.HasPrefix(v, "ja") || strings.HasPrefix(v, "ko"), letters
		}
	}
	return false, false
}

// fit makes what is said to the terminal readable there. Files and pipes get every letter.
func (a *app) fit() {
	signs, letters := a.ascii()
	if !signs {
		return
	}
	if a.env.Terminal() {
		a.env.Out = desk.ASCIIWriter(a.env.Out, letters)
	}
	if a.env.ErrTerminal != nil && a.env.ErrTerminal() {
		a.env.Err = desk.ASCIIWriter(a.env.Err, letters)
	}
}

// linger keeps a window that was opened for the program alone until its last words are read.
func (a *app) linger() {
	if a.env.Terminal == nil || !a.env.Terminal() || !a.console().Own {
		return
	}
	fmt.Fprint(a.env.Err, a.p.T("cli.window"))
	_, _ = bufio.NewReader(a.env.In).ReadString('\n')
}

package desk

import (
	"io"
	"strings"
)

// ASCIISigns replaces every sign that is no letter by one of the same width.
func ASCIISigns() *strings.Replacer { return strings.NewReplacer(signs...) }

// ASCIIWords replaces what changes its width, before text is laid out; letters says that the encoding lacks those too.
func ASCIIWords(letters bool) *strings.Replacer { return strings.NewReplacer(wider(letters)...) }

var signs = []string{"(•)", "(x)", "►", ">", "◄", "<", "▲", "^", "▼", "v", "█", "#", "▒", "+", "░", ".", "─", "-",
	"═", "=", "│", "|", "·", "-", "–", "-", "×", "x", "÷", "/", "„", `"`, "“", `"`, "”", `"`, "‘", "'", "’", "'", "…", ".", "•", "*", "−", "-", "\u00a0", " "}

// accents are letters of names and loan words that have one close to them.
var accents = []string{"é", "e", "è", "e", "ê", "e", "ë", "e", "á", "a", "à", "a", "â", "a", "å", "a", "ç", "c", "č", "c", "ć", "c", "í", "i", "î", "i", "ï", "i", "ł", "l",
	"ñ", "n", "ó", "o", "ô", "o", "ø", "o", "š", "s", "ś", "s", "ú", "u", "û", "u", "ý", "y", "ž", "z", "É", "E", "Ø", "O", "Š", "S", "Ž", "Z"}

func wider(letters bool) []string {
	pairs := []string{"€", "EUR"}
	if letters {
		pairs = append(pairs, "ä", "ae", "ö", "oe", "ü", "ue", "Ä", "Ae", "Ö", "Oe", "Ü", "Ue", "ß", "ss", "ẞ", "SS")
		pairs = append(pairs, accents...)
	}
	return pairs
}

// ASCIIWriter writes text to a terminal that shows no signs, or with letters no letters either, beyond ASCII. What is
// left then, in names that people typed, becomes a question mark. Each write is whole lines or prompts, never a part of a letter.
func ASCIIWriter(w io.Writer, letters bool) io.Writer {
	return asciiWriter{w, strings.NewReplacer(append(wider(letters), signs...)...), letters}
}

type asciiWriter struct {
	io.Writer
	words   *strings.Replacer
	letters bool
}

func (w asciiWriter) Write(p []byte) (int, error) {
	text := w.words.Replace(string(p))
	if w.letters {
		text = strings.Map(func(r rune) rune {
			if r > '~' {
				return '?'
			}
			return r
		}, text)
	}
	if _, err := io.WriteString(w.Writer, text); err != nil {
		return 0, err
	}
	return len(p), nil
}

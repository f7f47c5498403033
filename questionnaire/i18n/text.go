// Package i18n holds languages, texts and the message catalogue. Start with Catalogue and Printer.
package i18n

// Lang is a language, by its ISO 639-1 code.
type Lang string

// The languages the program itself speaks. German comes first.
const (
	German  Lang = "de"
	English Lang = "en"
)

// Languages lists them in order.
func Languages() []Lang { return []Lang{German, English} }

// Text is a text in several languages.
type Text map[Lang]string

// In is the text in a language; where that is missing, in the first language that has it.
func (t Text) In(l Lang) string {
	if s, ok := t[l]; ok {
		return s
	}
	for _, other := range Languages() {
		if s, ok := t[other]; ok {
			return s
		}
	}
	return ""
}

// Message is something to tell a person, apart from its words: Code is stable and names the message in the
// catalogue below a prefix, Args fills its placeholders as pairs of name and value.
type Message struct {
	Code string
	Args []any
}

// Msg makes a message.
func Msg(code string, args ...any) Message { return Message{Code: code, Args: args} }

// List is several texts, written one after the other with commas.
type List []Text

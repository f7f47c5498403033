package session

import (
	"bytes"

	"digitalkompass/questionnaire"
	"digitalkompass/questionnaire/source"
)

// mostTries bounds how far back from its end a damaged file is cut.
const mostTries = 500

// salvage is as much of a damaged assessment as can be read from its beginning; nil when that holds no answer.
func salvage(name string, data []byte, b *questionnaire.Bank) *questionnaire.Assessment {
	if i := bytes.IndexByte(data, 0); i >= 0 {
		data = data[:i]
	}
	data = bytes.ToValidUTF8(data, []byte("\ufffd"))
	if len(data) > source.MaxSize {
		return nil
	}
	cuts := cutsOf(data)
	for i := len(cuts) - 1; i >= max(0, len(cuts)-mostTries); i-- {
		c := cuts[i]
		head := append(bytes.Clone(data[:c.at]), c.close...)
		for _, try := range [][]byte{head, append(bytes.Clone(head[:len(head)-1]), `,"answers":{}}`...)} {
			var d source.Diagnostics
			if a := questionnaire.Decode(name, try, b, &d); a != nil && len(a.Company)+len(a.Answers) > 0 {
				return a
			}
		}
	}
	return nil
}

// cut is a place where JSON may end, and what closes it there.
type cut struct {
	at    int
	close []byte
}

// cutsOf are the places before each comma and after each brace, in order.
func cutsOf(data []byte) []cut {
	var out []cut
	var open []byte // what closes the brackets that are open, innermost last
	inText := false
	mark := func(at int) {
		if len(open) == 0 {
			return
		}
		c := cut{at: at}
		for i := len(open) - 1; i >= 0; i-- {
			c.close = append(c.close, open[i])
		}
		out = append(out, c)
	}
	for i := 0; i < len(data); i++ {
		switch ch := data[i]; {
		case inText && ch == '\\':
			i++
		case ch == '"':
			inText = !inText
		case inText:
		case ch == '{':
			open = append(open, '}')
		case ch == '[':
			open = append(open, ']')
		case ch == ',':
			mark(i)
		case (ch == '}' || ch == ']') && len(open) > 0:
			open = open[:len(open)-1]
			mark(i + 1)
		}
	}
	return out
}

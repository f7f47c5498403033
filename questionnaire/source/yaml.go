package source

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// MaxSize is the largest data file that is read, in bytes; the shipped ones stay below a twentieth of it.
const MaxSize = 4 << 20

// maxDepth bounds nesting; the shipped files need a quarter of it.
const maxDepth = 40

// ParseYAML reads one YAML document. It returns nil when the file cannot be read as one; the reasons are in d. The data have
// to stay as they are.
// Aliases, merge keys, duplicate keys, a second document and other encodings than UTF-8 are refused.
func ParseYAML(name string, data []byte, d *Diagnostics) *Node {
	if n := known.tree(name, data); n != nil {
		d.AddFile(name, data)
		return n
	}
	return parseYAML(name, data, d)
}

func parseYAML(name string, data []byte, d *Diagnostics) *Node {
	at := Pos{File: name}
	if !readable(at, data, d) {
		return nil
	}
	d.AddFile(name, data)
	dec := yaml.NewDecoder(bytes.NewReader(data))
	var doc yaml.Node
	if err := dec.Decode(&doc); err != nil {
		yamlError(at, data, err, d)
		return nil
	}
	if err := dec.Decode(new(yaml.Node)); !errors.Is(err, io.EOF) {
		d.Error(secondDocument(at, data), "yaml-second-document")
		return nil
	}
	before := d.errors
	n := yamlNode(name, doc.Content[0], 0, d)
	if d.errors > before {
		return nil
	}
	return n
}

// secondDocument is the line that parts a file: the last marker, for one at the top begins the only document.
func secondDocument(at Pos, data []byte) Pos {
	for i, line := range bytes.Split(data, []byte("\n")) {
		if bytes.HasPrefix(line, []byte("---")) || bytes.HasPrefix(line, []byte("...")) {
			at.Line, at.Column = i+1, 1
		}
	}
	return at
}

func readable(at Pos, data []byte, d *Diagnostics) bool {
	switch {
	case len(data) > MaxSize:
		d.Error(at, "file-too-large", "size", len(data), "limit", MaxSize)
	case len(bytes.TrimSpace(data)) == 0:
		d.Error(at, "file-empty")
	case !utf8.Valid(data):
		d.Error(firstInvalid(at, data), "file-encoding")
	case tooDeep(data):
		d.Error(at, "file-too-deep", "limit", maxDepth)
	default:
		return true
	}
	return false
}

func firstInvalid(at Pos, data []byte) Pos {
	line, column := 1, 1
	for len(data) > 0 {
		r, n := utf8.DecodeRune(data)
		if r == utf8.RuneError && n == 1 {
			break
		}
		column++
		if r == '\n' {
			line, column = line+1, 1
		}
		data = data[n:]
	}
	at.Line, at.Column = line, column
	return at
}

// tooDeep looks for long runs of opening brackets before any parser spends time on them.
func tooDeep(data []byte) bool {
	depth := 0
	for _, b := range data {
		switch b {
		case '[', '{':
			if depth++; depth > 2*maxDepth {
				return true
			}
		case ']', '}', '\n':
			depth = max(0, depth-1)
		}
	}
	return false
}

func yamlNode(file string, y *yaml.Node, depth int, d *Diagnostics) *Node {
	n := &Node{Pos: Pos{File: file, Line: y.Line, Column: y.Column}, Value: y.Value}
	if depth > maxDepth {
		d.Error(n.Pos, "file-too-deep", "limit", maxDepth)
		return n
	}
	switch y.Kind {
	case yaml.MappingNode:
		n.Kind = Mapping
		yamlEntries(n, y, depth, d)
	case yaml.SequenceNode:
		n.Kind = List
		for _, c := range y.Content {
			n.Items = append(n.Items, yamlNode(file, c, depth+1, d))
		}
	case yaml.ScalarNode:
		n.Kind, n.bare = scalarKind(y), y.Style == 0
	default:
		n.Kind = Null
		d.Error(n.Pos, "yaml-alias")
	}
	switch {
	case y.Anchor != "":
		d.Error(n.Pos, "yaml-alias")
	case y.Style&yaml.TaggedStyle != 0: // what follows the tag alone would be read
		d.Error(n.Pos, "yaml-tag", "text", y.Tag)
	}
	return n
}

func yamlEntries(n *Node, y *yaml.Node, depth int, d *Diagnostics) {
	seen := map[string]bool{}
	for i := 0; i+1 < len(y.Content); i += 2 {
		k := y.Content[i]
		at := Pos{File: n.Pos.File, Line: k.Line, Column: k.Column}
		switch {
		case k.Kind != yaml.ScalarNode || k.Tag == "!!merge":
			d.Error(at, "yaml-key")
			continue
		case strings.HasPrefix(k.Value, "\u00a0"):
			d.Error(at, "yaml-no-break")
			return
		case dashed(k.Value):
			d.Error(at, "yaml-dash-space")
			return
		case commaHalf(y, i):
			d.Error(at, "decimal-comma", "x", y.Content[i-1].Value+"."+k.Value)
			continue
		case seen[k.Value] && k.Value == y.Content[0].Value && y.Style&yaml.FlowStyle == 0 && depth > 0:
			d.Error(at, "dash-missing", "name", k.Value)
			return // what follows belongs to the entry that was meant
		case seen[k.Value]:
			d.Error(at, "duplicate-key", "name", k.Value)
			continue
		}
		seen[k.Value] = true
		n.Entries = append(n.Entries, Entry{Key: k.Value, At: at, bare: k.Style == 0, Value: yamlNode(n.Pos.File, y.Content[i+1], depth+1, d)})
	}
}

// dashed says whether a field's name begins with the dash of a list's entry.
func dashed(key string) bool { return len(key) > 1 && key[0] == '-' && unicode.IsLetter(rune(key[1])) }

// commaHalf says whether a key between braces is what stands behind the comma of a number before.
func commaHalf(y *yaml.Node, i int) bool {
	digits := func(n *yaml.Node) bool { return n.Style == 0 && n.ShortTag() == "!!int" }
	return i > 0 && y.Style&yaml.FlowStyle != 0 && digits(y.Content[i]) && digits(y.Content[i-1]) && y.Content[i+1].ShortTag() == "!!null"
}

// Hints at what stands without quotes: words that some programs read as true or false, and quotes that are none.
const (
	codeYesNo  = "yaml-yes-no"
	codeQuotes = "yaml-other-quotes"
)

// WarnBare tells of what authors write without quotes although it wants them: words that other programs, and people's
// editors, read as true or false, and texts in the quotes of a language, which YAML takes for a part of the text.
func WarnBare(n *Node, d *Diagnostics) {
	if n == nil {
		return
	}
	warn := func(at Pos, word string, bare bool) {
		if !bare {
			return
		}
		switch strings.ToLower(word) {
		case "yes", "no", "on", "off", "y", "n":
			d.Warn(at, codeYesNo, "name", word)
		}
		if r, _ := utf8.DecodeRuneInString(word); strings.ContainsRune("„“”‚‘’«»", r) {
			d.Warn(at, codeQuotes)
		}
	}
	warn(n.Pos, n.Value, n.bare)
	for _, e := range n.Entries {
		warn(e.At, e.Key, e.bare)
		WarnBare(e.Value, d)
	}
	for _, item := range n.Items {
		WarnBare(item, d)
	}
}

func scalarKind(y *yaml.Node) Kind {
	switch y.ShortTag() {
	case "!!int", "!!float":
		return Number
	case "!!bool":
		return Bool
	case "!!null":
		return Null
	}
	return String
}

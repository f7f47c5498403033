package post

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"slices"
	"strings"

	"digitalkompass/questionnaire/pattern"
)

// File is a file that the document carries. Name is in ASCII; Kind is its media type.
type File struct {
	Name, About, Kind string
	Data              []byte
}

// part is the part of PDF/A: the second allows no attachments but PDF/A itself, the third allows any.
func (m Meta) part() string {
	if len(m.Files) > 0 {
		return "3"
	}
	return "2"
}

// attach adds files and gives the catalog's entries for them, as ISO 19005-3 wants them: listed by name, and as data
// that the document was made from.
func (f *file) attach(files []File) []byte {
	if len(files) == 0 {
		return nil
	}
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Name, b.Name) })
	var names, all bytes.Buffer
	for _, x := range files {
		data := f.add(stream(fmt.Sprintf("/Type /EmbeddedFile /Subtype /%s /Params <</Size %d>>", strings.ReplaceAll(x.Kind, "/", "#2F"), len(x.Data)), x.Data))
		spec := f.add(fmt.Appendf(nil, "<</Type /Filespec /F (%s) /UF %s /Desc %s /AFRelationship /Source /EF <</F %d 0 R /UF %d 0 R>>>>\n",
			x.Name, text(x.Name), text(x.About), data, data))
		fmt.Fprintf(&names, "(%s) %d 0 R ", x.Name, spec)
		fmt.Fprintf(&all, "%d 0 R ", spec)
	}
	return fmt.Appendf(nil, "/Names <</EmbeddedFiles <</Names [%s]>>>>\n/AF [%s]\n", names.Bytes(), all.Bytes())
}

var (
	reEmbedded = pattern.Late(`/Type\s*/EmbeddedFile\b`)
	reStream   = pattern.Late(`stream\r?\n`)
)

// most is the size of an attachment beyond which none is read: assessments are far smaller.
const most = 8 << 20

// Attached are the contents of the files that a document carries, also after another program has written it anew. What
// cannot be unpacked is left out.
func Attached(src []byte) [][]byte {
	var out [][]byte
	for _, at := range reEmbedded().FindAllIndex(src, -1) {
		rest := src[at[1]:]
		start := reStream().FindIndex(rest)
		if start == nil {
			continue
		}
		body := rest[start[1]:]
		end := bytes.Index(body, []byte("endstream"))
		if end < 0 {
			continue
		}
		data := body[:end]
		if z, err := zlib.NewReader(bytes.NewReader(data)); err == nil {
			if data, err = io.ReadAll(io.LimitReader(z, most)); err != nil {
				continue
			}
		}
		out = append(out, data)
	}
	return out
}

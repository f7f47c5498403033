package source

import (
	"bytes"
	"io/fs"
	"maps"
)

// Ahead parses YAML files on all cores before they are asked for.
type Ahead struct {
	parts map[string]*part
}

type part struct {
	done chan struct{}
	data []byte
	node *Node
	d    Diagnostics
}

// ParseAhead begins to parse files. One that cannot be read is left to whoever asks for it.
func ParseAhead(fsys fs.FS, names []string) Ahead {
	a := Ahead{parts: map[string]*part{}}
	for _, name := range names {
		if a.parts[name] != nil {
			continue
		}
		p := &part{done: make(chan struct{})}
		a.parts[name] = p
		go func() {
			defer close(p.done)
			defer func() {
				if recover() != nil { // the same will happen to whoever asks, in whose goroutine somebody catches it
					p.data, p.node, p.d = nil, nil, Diagnostics{}
				}
			}()
			info, err := fs.Stat(fsys, name)
			if err != nil || info.IsDir() || info.Size() > MaxSize {
				return
			}
			if p.data, err = fs.ReadFile(fsys, name); err == nil && len(p.data) > 0 {
				p.node = ParseYAML(name, p.data, &p.d)
			}
		}()
	}
	return a
}

// Wait ends when nothing is being parsed any more, so that whoever loads leaves nothing behind that still reads.
func (a Ahead) Wait() {
	for _, p := range a.parts {
		<-p.done
	}
}

// YAML is ParseYAML, without its work where that is done already. Whoever asks first gets the node.
func (a Ahead) YAML(name string, data []byte, d *Diagnostics) *Node {
	p := a.parts[name]
	if p == nil {
		return ParseYAML(name, data, d)
	}
	<-p.done
	delete(a.parts, name)
	if len(data) == 0 || !bytes.Equal(p.data, data) {
		return ParseYAML(name, data, d)
	}
	d.Merge(&p.d)
	if d.files == nil {
		d.files = map[string][]byte{}
	}
	maps.Copy(d.files, p.d.files)
	return p.node
}

package source

import "io/fs"

// Ahead reads YAML files beside whoever asks for them, one after the other.
type Ahead map[string]*part

type part struct {
	done chan struct{}
	data []byte
	node *Node
	d    Diagnostics
}

// ReadAhead begins to read files, in the order in which they will be asked for. One that cannot be read is left to whoever
// asks for it.
func ReadAhead(fsys fs.FS, names []string) Ahead {
	a := make(Ahead, len(names))
	parts := make([]part, len(names))
	for i, name := range names {
		parts[i].done = make(chan struct{})
		a[name] = &parts[i] // of a file that is named twice the last one counts
	}
	go func() {
		for i, name := range names {
			parts[i].read(fsys, name)
		}
	}()
	return a
}

func (p *part) read(fsys fs.FS, name string) {
	defer close(p.done)
	defer func() {
		if recover() != nil { // the same will happen to whoever asks, in whose goroutine somebody catches it
			p.data = nil
		}
	}()
	info, err := fs.Stat(fsys, name)
	if err != nil || info.IsDir() || info.Size() > MaxSize {
		return
	}
	if p.data, err = fs.ReadFile(fsys, name); err != nil {
		p.data = nil
		return
	}
	p.node = ParseYAML(name, p.data, &p.d)
}

// Wait ends when nothing is being read any more, so that whoever loads leaves nothing behind that still reads.
func (a Ahead) Wait() {
	for _, p := range a {
		<-p.done
	}
}

// YAML is a file with its tree, as fs.ReadFile and ParseYAML would give them, without their work where that is done already.
// Whoever asks first gets them.
func (a Ahead) YAML(fsys fs.FS, name string, d *Diagnostics) (data []byte, n *Node, err error) {
	if p := a[name]; p != nil {
		<-p.done
		delete(a, name)
		if p.data != nil {
			d.AddFile(name, p.data)
			d.Merge(&p.d)
			return p.data, p.node, nil
		}
	}
	if data, err = fs.ReadFile(fsys, name); err != nil {
		return nil, nil, err
	}
	return data, ParseYAML(name, data, d), nil
}

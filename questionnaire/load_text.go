package questionnaire

import (
	"path"

	"digitalkompass/questionnaire/i18n"
	"digitalkompass/questionnaire/source"
)

// scope is a place in the tree of texts: a file and the path within it.
type scope struct {
	l    *loader
	path string
}

func (s scope) in(names ...string) scope {
	return scope{l: s.l, path: path.Join(append([]string{s.path}, names...)...)}
}

// text reads an optional text and registers it for translation.
func (s scope) text(m *source.Map, key string) i18n.Text {
	v := m.Take(key)
	if v == nil {
		return nil
	}
	if !v.Scalar() {
		s.l.d.Error(v.Pos, "wrong-kind", "want", "text")
		return nil
	}
	return s.register(key, v)
}

// need reads a text that has to be there.
func (s scope) need(m *source.Map, key string) i18n.Text {
	if t := s.text(m, key); t != nil {
		return t
	}
	s.l.d.Error(m.At(key), "missing-text", "name", key)
	return i18n.Text{}
}

func (s scope) register(key string, v *source.Node) i18n.Text {
	if isBlank(v.Value) {
		s.l.d.Error(v.Pos, "missing-text", "name", key)
	}
	t := i18n.Text{s.l.bank.About.Languages[0]: v.Value}
	s.l.texts[s.path+"/"+key] = translatable{text: t, pos: v.Pos}
	return t
}

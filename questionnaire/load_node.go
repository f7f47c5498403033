package questionnaire

import (
	"cmp"
	"math/big"
	"slices"

	"digitalkompass/questionnaire/source"
)

// nodePlace is a node with what its file says about it.
type nodePlace struct {
	node *Node
	m    *source.Map
	refs []refPlace
	at   source.Pos // of the node, or of what it belongs to where nothing is written about it
}

// name is what people call the node by.
func (p *nodePlace) name() string { return cmp.Or(p.node.ID, totalWord) }

// place is where a field stands, or the node where it is left out.
func (p *nodePlace) place(key string) source.Pos {
	if at := p.m.At(key); at.Line > 0 {
		return at
	}
	return p.at
}

// refPlace is a child as it is written, before parts and weights are completed.
type refPlace struct {
	Ref
	at  source.Pos
	any string // an id that may be a question's or a node's
}

// total reads how the total comes about; it has no id and no title.
func (l *loader) total(s scope, m *source.Map) *Node {
	n := &Node{}
	sub := m.Map("total")
	l.node(s.in("total"), sub, n)
	sub.Done()
	return n
}

// titledNode reads a group or a further result.
func (l *loader) titledNode(s scope, list string, m *source.Map) *Node {
	n := &Node{ID: l.id(m, "node")}
	at := s.in(list, n.ID)
	n.Title = at.need(m, "title")
	l.node(at, m, n)
	if m.Take("of") == nil && n.Combine.Rule != Cases && n.Combine.Rule != Formulate {
		l.d.Error(m.Pos(), "missing-field", "name", "of")
	}
	return n
}

// dimensionNode reads a dimension's groups and how the dimension itself combines.
func (l *loader) dimensionNode(s scope, m *source.Map, d *Dimension) {
	for _, n := range m.Items("groups") {
		g := source.ReadMap(n, l.d)
		d.Groups = append(d.Groups, l.titledNode(s, "groups", g))
		g.Done()
	}
	d.Node = &Node{ID: d.ID}
	sub := m.Map("node")
	l.node(s.in("node"), sub, d.Node)
	sub.Done()
}

// node reads what every node may say, beside id and title.
func (l *loader) node(s scope, m *source.Map, n *Node) {
	place := &nodePlace{node: n, m: m, at: m.Pos()}
	if place.at.Line == 0 {
		place.at = l.places["dimension/"+n.ID]
	}
	if place.at.Line == 0 {
		place.at = source.Pos{File: fileBank, Line: 1, Column: 1}
	}
	for _, item := range m.Items("of") {
		place.refs = append(place.refs, l.ref(item))
	}
	l.combine(m, n.ID, &n.Combine)
	n.Scale, n.Round, n.Bounds = m.Rat("scale"), l.rounding(m), l.bounds(m.Map("bounds"))
	if n.Scale != nil && n.Scale.Sign() <= 0 {
		l.d.Error(m.At("scale"), "not-positive", "name", "scale")
		n.Scale = nil
	}
	n.Factor, n.Weakest = l.factor(m), m.Rat("weakest")
	n.Coverage.Answered = l.percent(m, "answered")
	n.Coverage.Zero = l.word(m.Take("incomplete"), []string{"none", "zero"}) == "zero"
	n.Missing = l.missing(m)
	l.nodeBands(s, m, n)
	n.Weighting = l.weighting(m)
	if n.ID == "" && l.nodes[""] != nil {
		return // an id is missing, which is reported
	}
	l.nodes[n.ID] = place
	l.mark(place.at, "node", n.ID)
}

// ref reads a child: an id, or a mapping that says more.
func (l *loader) ref(n *source.Node) refPlace {
	if n.Kind == source.String {
		return refPlace{at: n.Pos, any: n.Value}
	}
	m := source.ReadMap(n, l.d)
	r := refPlace{at: m.Pos(), Ref: Ref{Question: m.String("question"), Node: m.String("node"), Part: m.String("part"), Weight: m.Rat("weight")}}
	switch l.word(m.Take("take"), []string{"answer", "target", "confidence"}) {
	case "target":
		r.Take = TakeTarget
	case "confidence":
		r.Take = TakeConfidence
	}
	switch {
	case (r.Question == "") == (r.Node == "") && n.Kind == source.Mapping:
		l.d.Error(m.Pos(), "child-one")
	case r.Node != "" && (r.Part != "" || m.Take("take") != nil):
		l.d.Error(m.Pos(), "child-node", "name", r.Node)
	}
	if r.Weight != nil && r.Weight.Sign() < 0 {
		l.d.Error(m.At("weight"), "weight-negative", "question", r.Question+r.Node)
	}
	m.Done()
	return r
}

// resolve finds out what a node's children are, and gives the node those that are known.
func (l *loader) resolve(p *nodePlace) {
	if q := l.bank.index[p.node.ID]; q != nil && p.node.ID != "" {
		l.d.Error(l.ids["node/"+p.node.ID], "duplicate-id", "name", p.node.ID, "first", l.ids["item/"+p.node.ID].String())
	}
	for i := range p.refs {
		r := &p.refs[i]
		if r.any != "" {
			r.Node = r.any
			if l.bank.index[r.any] != nil {
				r.Question, r.Node = r.any, ""
			}
		}
		if l.childKnown(*r) {
			p.node.Of = append(p.node.Of, r.Ref)
		}
	}
}

func (l *loader) childKnown(r refPlace) bool {
	if r.Question == "" {
		if r.Node != "" && l.nodes[r.Node] == nil {
			if l.doubts.about("question", r.Node) || l.doubts.lost("item") || l.doubts.lost("node") {
				return false
			}
			if r.any != "" {
				l.d.Unknown(r.at, "unknown-child", r.Node, append(l.nodeIDs(), l.questionIDs()...))
			} else {
				l.d.Unknown(r.at, "unknown-node", r.Node, l.nodeIDs())
			}
			return false
		}
		return r.Node != ""
	}
	q := l.bank.index[r.Question]
	switch {
	case q == nil || q.Dimension == "":
		l.noQuestion(r.at, r.Question)
		return false
	case !l.sound(q):
	case r.Part != "" && !slices.Contains(q.PartNames(), r.Part):
		l.d.Unknown(r.at, "unknown-part", r.Part, q.PartNames(), "question", q.ID)
		return false
	}
	return true
}

// nodeNamed checks that there is a node of a name.
func (l *loader) nodeNamed(at source.Pos, id string) bool {
	if id != "" && l.nodes[id] != nil {
		return true
	}
	if !l.doubts.lost("node") {
		l.d.Unknown(at, "unknown-node", id, l.nodeIDs())
	}
	return false
}

// nodeIDs are the ids of all nodes but the total, which has none.
func (l *loader) nodeIDs() []string {
	ids := slices.Sorted(mapKeys(l.nodes))
	return slices.DeleteFunc(ids, func(id string) bool { return id == "" })
}

// nodeBands reads a node's named parts, also those that only some companies have.
func (l *loader) nodeBands(s scope, m *source.Map, n *Node) {
	n.Bands = l.bands(s, m.Items("bands"), n, 0)
	for i, item := range m.Items("bands_when") {
		b := source.ReadMap(item, l.d)
		n.BandsWhen = append(n.BandsWhen, BandSet{Bands: l.bands(s.in("bands_when", itoa(i+1)), b.Items("bands"), n, i+1)})
		l.mark(b.Pos(), "bands-when", n.ID, itoa(i))
		l.onProfile(b.Need("when"), func(c Condition) { n.BandsWhen[i].When = c })
		if len(n.BandsWhen[i].Bands) == 0 {
			l.d.Error(b.Pos(), "missing-field", "name", "bands")
		}
		b.Done()
	}
}

// bands reads one set of bands, 0 for the node's own.
func (l *loader) bands(s scope, nodes []*source.Node, n *Node, set int) []Band {
	var out []Band
	var marks []border
	for _, item := range nodes {
		m := source.ReadMap(item, l.d)
		b := Band{From: m.NeedRat("from"), Above: m.Bool("above")}
		b.ID = l.local(m, func(id string) bool { return slices.ContainsFunc(out, func(b Band) bool { return b.ID == id }) })
		at := s.in("bands", b.ID)
		b.Title, b.Text = at.need(m, "title"), at.text(m, "text")
		marks = append(marks, border{from: b.From, above: b.Above, at: m.At("from")})
		if b.From == nil {
			b.From = new(big.Rat)
		}
		out = append(out, b)
		l.mark(m.Pos(), "band", n.ID, itoa(set), b.ID)
		m.Done()
	}
	l.reached = append(l.reached, func() { l.borders(n, "bands", marks) })
	return out
}

func (l *loader) weighting(m *source.Map) *Weighting {
	if m.Take("weighting") == nil {
		return nil
	}
	sub := m.Map("weighting")
	w := &Weighting{Origin: sub.NeedString("origin")}
	for _, row := range sub.Items("pairwise") {
		var cells []*big.Rat
		if row.Kind != source.List {
			l.d.Error(row.Pos, "wrong-kind", "want", "list")
		}
		for _, cell := range row.Items {
			r := l.ratio(cell)
			if r != nil && r.Sign() <= 0 {
				l.d.Error(cell.Pos, "not-positive", "name", "pairwise")
				r = nil
			}
			if r == nil {
				r = big.NewRat(1, 1)
			}
			cells = append(cells, r)
		}
		w.Pairwise = append(w.Pairwise, cells)
	}
	sub.Done()
	return w
}

package tag

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
)

// fake is a generator that only remembers what was injected.
type fake struct {
	page int
	out  []string
}

func (f *fake) RawWriteStr(s string) { f.out = append(f.out, s) }
func (f *fake) PageNo() int          { return f.page }

func TestMarksAreNumberedByPage(t *testing.T) {
	f := &fake{page: 1}
	tree := New(f)
	first := tree.Text("P", nil, func() { f.RawWriteStr("a") })
	f.page = 2
	second := tree.Text("P", nil, func() { f.RawWriteStr("b") })
	if got, want := strings.Join(f.out, " "), "/P <</MCID 0>> BDC a EMC /P <</MCID 0>> BDC b EMC"; got != want {
		t.Errorf("%s", got)
	}
	if !reflect.DeepEqual(first.Kids, []any{MCR{1, 0}}) || !reflect.DeepEqual(second.Kids, []any{MCR{2, 0}}) {
		t.Errorf("%v, %v", first.Kids, second.Kids)
	}
	if tree.Owner[2][0] != second {
		t.Error("the second page does not know its element")
	}
}

func TestAnArtifactPartsTheContentRoundIt(t *testing.T) {
	f := &fake{page: 1}
	tree := New(f)
	e := tree.Text("P", nil, func() {
		tree.Artifact("Layout", func() { tree.Artifact("Layout", func() { f.RawWriteStr("rule") }) })
	})
	want := "/P <</MCID 0>> BDC EMC /Artifact <</Type /Layout>> BDC rule EMC /P <</MCID 1>> BDC EMC"
	if got := strings.Join(f.out, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if !reflect.DeepEqual(e.Kids, []any{MCR{1, 0}, MCR{1, 1}}) {
		t.Errorf("%v", e.Kids)
	}
}

func TestElementsNest(t *testing.T) {
	f := &fake{page: 1}
	tree := New(f)
	table := tree.In("Table", func(e *Elem) { e.Title = "t" }, func() {
		tree.In("TR", nil, func() { tree.Text("TD", nil, func() {}) })
		tree.In("TR", nil, func() {})
	})
	if len(table.Kids) != 2 || table.Title != "t" || table.Parent != tree.Root {
		t.Fatalf("%+v", table)
	}
	if row := table.Kids[0].(*Elem); row.Tag != "TR" || row.Parent != table || len(row.Kids) != 1 {
		t.Errorf("%+v", row)
	}
	if tree.Root.Kids[0] != table || len(tree.Root.Kids) != 1 {
		t.Errorf("%v", tree.Root.Kids)
	}
}

func TestMarksDoNotNest(t *testing.T) {
	for name, inner := range map[string]func(*Tree){
		"in content":  func(tree *Tree) { tree.Mark(func() { tree.Mark(func() {}) }) },
		"in artifact": func(tree *Tree) { tree.Artifact("Layout", func() { tree.Mark(func() {}) }) },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if r := recover(); r == nil || !strings.Contains(fmt.Sprint(r), "nested") {
					t.Errorf("recovered %v", r)
				}
			}()
			inner(New(&fake{page: 1}))
		})
	}
}

func TestLinksAreCountedByPage(t *testing.T) {
	f := &fake{page: 3}
	tree := New(f)
	e := tree.In("Link", nil, func() { tree.Annot("one"); tree.Annot("two") })
	if !reflect.DeepEqual(e.Kids, []any{OBJR{3, 0}, OBJR{3, 1}}) {
		t.Errorf("%v", e.Kids)
	}
	if !reflect.DeepEqual(tree.AnnotTx[3], []string{"one", "two"}) || tree.Annots[3][1] != e {
		t.Errorf("%v", tree.AnnotTx)
	}
}

func TestAnElementGoesOn(t *testing.T) {
	f := &fake{page: 1}
	tree := New(f)
	list := tree.In("L", nil, func() { tree.Text("LI", nil, func() {}) })
	tree.Text("P", nil, func() {})
	tree.Again(list, func() { tree.Text("LI", nil, func() {}) })
	tree.Text("P", nil, func() {})
	if len(list.Kids) != 2 || len(tree.Root.Kids) != 3 {
		t.Errorf("%d items, %d elements", len(list.Kids), len(tree.Root.Kids))
	}
}

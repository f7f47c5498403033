package scoring

import (
	"fmt"
	"testing"

	"pgregory.net/rapid"
)

func TestDbg(t *testing.T) {
	hist := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		g := &gen{t: t}
		b := g.bank(g.chance(70))
		if size(b) > 1500 {
			return
		}
		e := Compile(b)
		for i, q := range e.index.Items {
			x := e.twin(i)
			if x == nil { continue }
			x.short = false
			for _, c := range e.companies(Wish{Highest: len(e.stages), Nodes: e.aims()}) {
				x.company(c)
			}
			switch {
			case x.found != nil: hist["found"]++; if x.runs > 300 { hist["found slow"]++ }
			case x.runs < 3: hist["root"]++
			case x.runs < 300: hist["search"]++
			default:
				hist["long"]++
				desc := ""
				for _, n := range b.Nodes() {
					desc += fmt.Sprintf(" [%s rule=%d b=%v r=%v w=%v f=%v of=%d]", n.ID, n.Combine.Rule, n.Bounds.Least, n.Round, n.Weakest, n.Factor, len(n.Of))
				}
				fmt.Println("LONG", q.ID, q.Kind, x.runs, size(b), "tested", e.tested[i], "touched", x.touched, "na", q.Asking.NotApplicable, desc)
			}
		}
	})
	fmt.Println(hist)
}

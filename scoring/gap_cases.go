package scoring

import (
	"maps"
	"slices"

	"digitalkompass/questionnaire"
)

// maxTables bounds how many combinations of bands and conditions are looked at to see whether cases rise.
const maxTables = 20000

// rising says whether a node that decides by cases is surely no lower in the second twin: the nodes whose bands it looks
// at are no lower, and whichever conditions hold, its value never falls from the first twin to the second, nor when one of
// these bands rises.
func (t *twin) rising(n *node) bool {
	tab := table{cases: n.Combine.Cases, at: map[string]int{}, bands: map[string][]questionnaire.Band{}}
	for _, c := range n.cases {
		x := t.e.index.Outlook(c, t.a.sheet, t.a.open, true)
		y := t.e.index.Outlook(c, t.b.sheet, t.b.open, true)
		same := !slices.ContainsFunc(c.Items(), func(i int) bool { return i == t.item || t.touched[i] })
		if !same && (x == questionnaire.Perhaps || y == questionnaire.Perhaps) {
			return false
		}
		tab.first, tab.second = append(tab.first, x), append(tab.second, y)
	}
	size := 1 << min(len(n.cases), 20)
	for _, id := range namedNodes(n.Node) {
		i, ok := t.e.byID[id]
		if !ok || !t.nodes[i].steady || t.nodes[i].pl.sign() < 0 {
			return false
		}
		if tab.bands[id] == nil {
			tab.bands[id] = t.a.bands(&t.e.nodes[i])
			size *= len(tab.bands[id]) + 1
		}
	}
	tab.ids = slices.Sorted(maps.Keys(tab.bands))
	return size <= maxTables && tab.rises(0)
}

// table is what cases come to in two twins, for conditions that hold or do not and for bands.
type table struct {
	cases         []questionnaire.NodeCase
	first, second []questionnaire.Outlook         // by case: whether its condition holds
	at            map[string]int                  // by node: its band, -1 for none
	bands         map[string][]questionnaire.Band // by node
	ids           []string                        // of the nodes
}

// rises goes through all that conditions may be, from a case on, and then through all bands.
func (t *table) rises(from int) bool {
	if from == len(t.cases) {
		return t.upwards(0)
	}
	if t.first[from] != questionnaire.Perhaps {
		return t.rises(from + 1)
	}
	out := true
	for _, o := range []questionnaire.Outlook{questionnaire.Surely, questionnaire.Never} {
		t.first[from], t.second[from] = o, o
		out = out && t.rises(from+1)
	}
	t.first[from], t.second[from] = questionnaire.Perhaps, questionnaire.Perhaps
	return out
}

func (t *table) upwards(node int) bool {
	if node < len(t.ids) {
		for b := range len(t.bands[t.ids[node]]) + 1 {
			if t.at[t.ids[node]] = b - 1; !t.upwards(node + 1) {
				return false
			}
		}
		return true
	}
	now := t.value(t.second)
	if now.cmp(t.value(t.first)) < 0 {
		return false
	}
	for _, id := range t.ids {
		if t.at[id]+1 < len(t.bands[id]) {
			t.at[id]++
			up := t.value(t.second)
			t.at[id]--
			if up.cmp(now) < 0 {
				return false
			}
		}
	}
	return true
}

// value is that of the first case that holds.
func (t *table) value(holds []questionnaire.Outlook) num {
	for k, c := range t.cases {
		fits := holds[k] == questionnaire.Surely
		for id, want := range c.Bands {
			fits = fits && t.at[id] >= 0 && slices.Contains(want, t.bands[id][t.at[id]].ID)
		}
		if fits {
			return numOf(c.Value)
		}
	}
	return zero
}

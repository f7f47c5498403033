package wizard

// entry is one line of a menu: what it says, what stands beside it, what it does.
type entry struct {
	text string
	side string
	run  []say
}

// pageOfEntries is how far a page key moves the pointer.
const pageOfEntries = 8

// pick is a pointer in a list.
type pick struct{ at int }

// press moves the pointer among n entries; own is false when the key is none of the list's, or leads past its end.
func (p *pick) press(k key, n int) (own bool) {
	p.at = max(0, min(p.at, n-1))
	switch k.op {
	case opUp:
		p.at = max(0, p.at-1)
	case opDown:
		if p.at >= n-1 {
			return false
		}
		p.at++
	case opPageUp:
		p.at = max(0, p.at-pageOfEntries)
	case opPageDown:
		p.at = min(n-1, p.at+pageOfEntries)
	case opHome:
		p.at = 0
	case opEnd:
		p.at = n - 1
	default:
		return false
	}
	return true
}

// menuOf lets a list of entries handle a key.
func menuOf(p *pick, entries []entry, k key) []say {
	if p.press(k, len(entries)) {
		return nil
	}
	if (k.op == opEnter || k.op == opSpace) && p.at < len(entries) {
		return entries[p.at].run
	}
	return []say{pass{k}}
}

// menuBlocks draws entries with the pointer on one of them.
func (f frame) menuBlocks(entries []entry, at, sideAt int) []block {
	var out []block
	for i, e := range entries {
		on := i == at
		if e.side == "" || f.W < minWidth {
			out = append(out, block{lines: f.hanging(pointer(on), e.text, roleOf(on)), stop: i})
			continue
		}
		lead := append(pointer(on), span{roleOf(on), e.text}).to(sideAt)
		out = append(out, block{lines: f.hanging(lead, e.side, plain), stop: i})
	}
	return out
}

// titled is a screen that takes the lower rows: a divider with its title, a text, entries.
func (f frame) titled(title, text string, entries []entry, at int) []line {
	rows := []line{f.divider(title, "")}
	rows = append(rows, f.para(text, plain)...)
	rows = append(rows, nil)
	return append(rows, f.fit(f.menuBlocks(entries, at, 32), at, f.body()-len(rows))...)
}

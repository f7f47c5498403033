package wizard

// block is a group of lines that the pointer treats as one; stop is its number, or noStop.
type block struct {
	lines []line
	stop  int
}

// free says whether a block is a free row.
func (b block) free() bool { return b.stop == noStop && len(b.lines) == 1 && len(b.lines[0]) == 0 }

const noStop = -1

// gap is a free row that may be left out when rows are scarce.
var gap = block{lines: []line{nil}, stop: noStop}

func still(lines ...line) block { return block{lines: lines, stop: noStop} }

// fit chooses the rows that a window of a given height shows, so that the block pointed at is among them, and says
// how many are above and below.
func (f frame) fit(blocks []block, at, height int) []line {
	_, rows, top := arranged(blocks, at, height)
	return f.window(rows, top, height)
}

// arranged is a list as it is shown: without gaps where it has no room for them, its rows, and the first one in sight.
func arranged(blocks []block, at, height int) (kept []block, rows []line, top int) {
	rows, from, to := flatten(blocks, at)
	if len(rows) > height {
		blocks = withoutGaps(blocks)
		rows, from, to = flatten(blocks, at)
		from, to = withNeighbours(blocks, at, from, to, len(rows), height)
	}
	return blocks, rows, topFor(len(rows), from, to, height)
}

// outOfSight are the nearest stops before and after the window that are not wholly in it, noStop where there is none.
func outOfSight(blocks []block, at, height int) (before, after int) {
	before, after = noStop, noStop
	blocks, rows, top := arranged(blocks, at, height)
	if len(rows) <= height {
		return before, after
	}
	row, last := 0, shownTo(len(rows), top, height)
	for _, b := range blocks {
		begins := row
		row += len(b.lines)
		switch {
		case b.stop == noStop:
		case begins < top && b.stop < at:
			before = b.stop
		case row > last && b.stop > at && after == noStop:
			after = b.stop
		}
	}
	return before, after
}

// withNeighbours takes what stands before the first stop together with it, and what stands after the last one, as far
// as there is room: else the pointer would never lead there.
func withNeighbours(blocks []block, at, from, to, n, height int) (int, int) {
	first, last := noStop, noStop
	for _, b := range blocks {
		if b.stop != noStop {
			if first == noStop {
				first = b.stop
			}
			last = b.stop
		}
	}
	if at == last && n-from <= height-1 {
		to = n
	} else if at == first && to <= height-1 {
		from = 0
	}
	return from, to
}

// window shows rows from top on, with the count of those above and below.
func (f frame) window(rows []line, top, height int) []line {
	if len(rows) <= height {
		return rows
	}
	var out []line
	room := height
	if top > 0 {
		out, room = append(out, ln(" ▲ "+f.T("scroll.more", "n", top))), room-1
	}
	if top+room < len(rows) {
		room--
		out = append(out, rows[top:top+room]...)
		return append(out, ln(" ▼ "+f.T("scroll.more", "n", len(rows)-top-room)))
	}
	return append(out, rows[top:]...)
}

// shownTo is the last of n rows, counted from one, that a window shows from a row on.
func shownTo(n, top, height int) int {
	switch {
	case n <= height:
		return n
	case top > 0:
		height-- // says how many are above
	}
	if top+height < n {
		height-- // and below
	}
	return min(n, top+height)
}

// topFor is the first row to show so that the rows from..to are inside the window.
func topFor(n, from, to, height int) int {
	switch {
	case n <= height, to <= height-1:
		return 0
	case from >= n-(height-1):
		return n - (height - 1)
	}
	top := (from+to)/2 - (height-2)/2
	if to-from > height-2 {
		top = from
	}
	return min(max(top, 2), n-(height-1)-1)
}

// lastTop is the first row of the last page.
func lastTop(n, height int) int {
	if n <= height {
		return 0
	}
	return n - (height - 1)
}

func flatten(blocks []block, at int) (rows []line, from, to int) {
	for i, b := range blocks {
		if b.free() && i > 0 && blocks[i-1].free() {
			continue
		}
		if b.stop == at && b.stop != noStop {
			if to == 0 {
				from = len(rows)
			}
			to = len(rows) + len(b.lines)
		}
		rows = append(rows, b.lines...)
	}
	return rows, from, to
}

func withoutGaps(blocks []block) []block {
	var out []block
	for _, b := range blocks {
		if !b.free() {
			out = append(out, b)
		}
	}
	return out
}

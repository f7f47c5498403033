package source

// Nearest is the known name closest to the given one, or "" when none is close: at most about a third of its letters differ.
func Nearest(name string, known []string) string {
	best, limit := "", max(1, (len([]rune(name))+1)/3)
	if len(name) > 100 {
		return ""
	}
	for _, k := range known {
		if d := distance([]rune(name), []rune(k)); d <= limit && k != name {
			best, limit = k, d-1
		}
	}
	return best
}

// distance counts the insertions, deletions and replacements that turn a into b (Levenshtein).
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			cost := 1
			if x == y {
				cost = 0
			}
			diagonal, row[j+1] = row[j+1], min(row[j]+1, row[j+1]+1, diagonal+cost)
		}
	}
	return row[len(b)]
}

package post

import (
	"bytes"
	"errors"
)

// splitDicts splits "<<..>><<..>>]" from place i on into its dictionaries, and says where the bracket closes. Strings
// are passed over.
func splitDicts(b []byte, i int) (dicts [][]byte, end int, err error) {
	depth, start := 0, -1
	for i < len(b) {
		switch {
		case b[i] == '(':
			i = skipString(b, i)
			continue
		case bytes.HasPrefix(b[i:], []byte("<<")):
			if depth == 0 {
				start = i
			}
			depth, i = depth+1, i+1
		case bytes.HasPrefix(b[i:], []byte(">>")):
			depth, i = depth-1, i+1
			if depth == 0 {
				dicts = append(dicts, b[start:i+1])
			}
		case b[i] == ']' && depth == 0:
			return dicts, i + 1, nil
		}
		i++
	}
	return nil, 0, errors.New("post: annotations without an end")
}

// skipString is the place behind a string in parentheses.
func skipString(b []byte, i int) int {
	depth := 0
	for ; i < len(b); i++ {
		switch b[i] {
		case '\\':
			i++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return i
}

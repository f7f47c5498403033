// Package pattern holds back regular expressions until they are needed: making all of them would be a part of every start.
package pattern

import (
	"regexp"
	"sync"
)

// Late gives an expression that is made when it is first asked for. It has to be a right one.
func Late(expr string) func() *regexp.Regexp {
	return sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expr) })
}

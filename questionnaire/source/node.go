// Package source reads data files into trees that know their places, and collects what is wrong with them.
// Start with ParseYAML and ParseJSON; Map reads a mapping strictly. The YAML library is known here alone.
package source

// Kind is the shape of a node. The zero value is invalid.
type Kind int

// The kinds of nodes.
const (
	Mapping Kind = iota + 1
	List
	String
	Number
	Bool
	Null
)

// Node is one value of a data file with its place.
type Node struct {
	Kind    Kind
	Pos     Pos
	Value   string  // the text of a scalar, as written
	Entries []Entry // of a mapping, in the order of the file
	Items   []*Node // of a list
	bare    bool    // a scalar of YAML without quotes
}

// Entry is a key of a mapping with its value.
type Entry struct {
	Key   string
	At    Pos
	Value *Node
	bare  bool // a key of YAML without quotes
}

// Get is the value under a key of a mapping, or nil.
func (n *Node) Get(key string) *Node {
	if n == nil {
		return nil
	}
	for _, e := range n.Entries {
		if e.Key == key {
			return e.Value
		}
	}
	return nil
}

// Scalar says whether the node is a single value other than null.
func (n *Node) Scalar() bool {
	return n != nil && (n.Kind == String || n.Kind == Number || n.Kind == Bool)
}

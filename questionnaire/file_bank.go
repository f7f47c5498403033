package questionnaire

import (
	"encoding/json"
	"strings"

	"digitalkompass/questionnaire/pattern"
)

// variantSign stands between a bank's name and that of one of its variants.
const variantSign = ":"

// Name is the bank's id and, after a colon, that of the variant.
func (r BankRef) Name() string {
	if r.Variant == "" {
		return r.ID
	}
	return r.ID + variantSign + r.Variant
}

// VariantOf parts the name of a bank, or of its folder, from that of a variant, "" for none. A drive's letter on
// Windows is no bank.
func VariantOf(name string) (bank, variant string) {
	i := strings.LastIndex(name, variantSign)
	if i < 2 || strings.ContainsAny(name[i:], `/\\`) {
		return name, ""
	}
	return name[:i], name[i+1:]
}

// bankPart is where a file names its bank, for files that are not whole.
var bankPart = pattern.Late(`^[^{}]*\{[^{}]*"bank"\s*:\s*(\{[^{}]*\})`)

// FileBank is the bank with the variant that an assessment file names, also one that is cut off further on; empty where
// it names none or cannot be read.
func FileBank(data []byte) BankRef {
	var file struct{ Bank BankRef }
	if json.Unmarshal(data, &file) != nil {
		if m := bankPart().FindSubmatch(data); m != nil {
			_ = json.Unmarshal(m[1], &file.Bank) // what cannot be read stays empty
		}
	}
	return file.Bank
}

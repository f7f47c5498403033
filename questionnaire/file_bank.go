package questionnaire

import (
	"encoding/json"
	"strings"
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

// FileBank is the bank with the variant that an assessment file names; empty where it names none or cannot be read.
func FileBank(data []byte) BankRef {
	var file struct{ Bank BankRef }
	_ = json.Unmarshal(data, &file) // what cannot be read stays empty
	return file.Bank
}

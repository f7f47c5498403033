package questionnaire

// Profile fields that the program itself reads. Every other field of a bank is free.
const (
	FieldName      = "company_name"
	FieldFounded   = "founded"
	FieldSector    = "sector"
	FieldStaff     = "employees"
	FieldProject   = "project"
	FieldThuringia = "in_thueringen"
)

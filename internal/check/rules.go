package check

// Rules are all checks, in the order of their codes. To add one, write it in
// its family's file, its line here, and its cases in the family's test.
var Rules []Rule

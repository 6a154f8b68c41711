package check

// Rules are all checks, in the order of the families and their numbers. To add
// one, write it in its family's file, its line here, and its cases in the
// family's test.
var Rules = []Rule{
	s1, s2, s3, s3b, s4, s5, s6, s7,
	m1, m2, m3, m4, m5, m6, m7, m8, m9, m10, m11, m12, m13, m14, m15, m16, m17, m18, m19, m20, m21, m22,
	t1, t2, t3, t4, t5,
	d1, d2, d3, d4, d5, d6, d7, d8, d9, d10, d11, d12, d13, d14,
	l1, l2,
}

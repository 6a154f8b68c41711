package question

type reading struct{}
type parsed struct{}

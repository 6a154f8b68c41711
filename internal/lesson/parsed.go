package lesson

type parsed struct{}

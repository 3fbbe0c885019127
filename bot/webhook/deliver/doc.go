// Package deliver sends answers to whoever asked to be called back: signed by
// Standard Webhooks, at least once, with retries, and never into a network
// that is not meant.
//
// A job is saved before it is promised ([Dispatcher.Enqueue]), answered, and
// sent until the receiver says 2xx (dispatcher.go, attempt.go). Between
// attempts it waits longer each time (schedule.go); after the last one, or
// when the receiver says 410, it is dead, and can be sent again by hand. The
// address is checked when it is given and again when it is dialled, after its
// name has been resolved (guard.go). Where jobs are kept is a [Queue]'s part,
// what is asked and sent the caller's.
package deliver

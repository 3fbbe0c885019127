package store

import (
	"errors"
	"time"
)

// A Delivery is one callback on its way: what is to be answered, and how the
// answer fares with its receiver.
type Delivery struct {
	ID       string    // unique; of the job and of the message
	URL      string    // of the receiver
	Request  []byte    // what was asked
	Payload  []byte    // what is sent, the same at every attempt; nil until it is known
	State    string    // one of the states below
	Attempts int       // made so far
	Next     time.Time // when the next is due, if it waits
	Created  time.Time
	Error    string // why the last attempt failed
}

// States of a delivery.
const (
	Waiting   = "waiting"   // for its next attempt
	Delivered = "delivered" // the receiver took it
	Dead      = "dead"      // given up; can be sent again by hand
)

// ErrNotFound is matched by the error for an id that is not there.
var ErrNotFound = errors.New("not found")

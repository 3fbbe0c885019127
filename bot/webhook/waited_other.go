//go:build !linux

package webhook

import (
	"net"
	"time"
)

// sinceReceived is not known here.
func sinceReceived(net.Conn) time.Duration { return 0 }

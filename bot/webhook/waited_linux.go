package webhook

import (
	"net"
	"syscall"
	"time"

	"golang.org/x/sys/unix"
)

// sinceReceived is the time since the last data came to a connection, to the
// few milliseconds that the kernel counts in; 0 when it is no TCP connection.
func sinceReceived(c net.Conn) (since time.Duration) {
	sc, ok := c.(syscall.Conn)
	if !ok {
		return 0
	}
	raw, err := sc.SyscallConn()
	if err != nil {
		return 0
	}
	_ = raw.Control(func(fd uintptr) {
		if info, err := unix.GetsockoptTCPInfo(int(fd), unix.IPPROTO_TCP, unix.TCP_INFO); err == nil {
			since = time.Duration(info.Last_data_recv) * time.Millisecond
		}
	})
	return since
}

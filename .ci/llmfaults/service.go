package main

import (
	"bytes"
	"compress/gzip"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"math/big"
	"net"
	"sync/atomic"
	"time"
)

// A service is a model service on loopback that has one fault.
type service struct {
	fault       fault
	listener    net.Listener
	connections atomic.Int64
	gone        chan struct{}
	certificate tls.Certificate
	bomb        string // 64 MiB of zeros, compressed
	elsewhere   string // where a redirect leads
	followed    atomic.Int64
}

// begin listens.
func begin(f fault) (*service, error) {
	s := &service{fault: f, gone: make(chan struct{})}
	var err error
	if s.certificate, err = selfSigned(); err != nil {
		return nil, err
	}
	if f.bombs {
		if s.bomb, err = bomb(); err != nil {
			return nil, err
		}
	}
	if s.listener, err = net.Listen("tcp", "127.0.0.1:0"); err != nil {
		return nil, err
	}
	trap, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	s.elsewhere = "http://" + trap.Addr().String() + "/v1/chat/completions"
	go func() { <-s.gone; _ = trap.Close() }()
	go accept(trap, func(c net.Conn) { s.followed.Add(1) })
	go accept(s.listener, func(c net.Conn) {
		s.connections.Add(1)
		if f.raw || readRequest(c) {
			f.do(c, s)
		}
	})
	return s, nil
}

func accept(l net.Listener, serve func(net.Conn)) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() { defer c.Close(); serve(c) }()
	}
}

// address is what is put into llm.base_url.
func (s *service) address() string {
	scheme := s.fault.scheme
	if scheme == "" {
		scheme = "http"
	}
	return scheme + "://" + s.listener.Addr().String() + "/v1"
}

// hang holds the connection and reads no more of it until the service ends.
func (s *service) hang(net.Conn) { <-s.gone }

func (s *service) end() {
	close(s.gone)
	_ = s.listener.Close()
}

func selfSigned() (tls.Certificate, error) {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return tls.Certificate{}, err
	}
	t := &x509.Certificate{SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour), IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}}
	der, err := x509.CreateCertificate(rand.Reader, t, t, &key.PublicKey, key)
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}, err
}

func bomb() (string, error) {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(make([]byte, 64<<20)); err != nil {
		return "", err
	}
	err := z.Close()
	return b.String(), err
}

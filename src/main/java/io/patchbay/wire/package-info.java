/**
 * Transport: bytes in, text out, without meaning. One HTTP port carries the {@code door-http:} routes, the {@code door-ws:}
 * WebSocket doors, the {@code door-sse:} streams and the {@code door-cometd:} sessions. Every {@link
 * io.patchbay.wire.ConnectionEvent} of a client, every {@link io.patchbay.wire.HttpRequest} and every {@link
 * io.patchbay.wire.RecordRequest} of a topic becomes one exchange. Text leaves through a {@link io.patchbay.wire.ClientConnection} or
 * an {@link io.patchbay.wire.HttpResponse}. This package imports no other package of the gateway. No other package
 * imports Vert.x, Netty or CometD.
 */
package io.patchbay.wire;

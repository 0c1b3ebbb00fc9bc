/**
 * Bytes in, text out, no meaning. One HTTP port carries the {@code door-http:} routes, the {@code door-ws:} WebSocket doors and the
 * {@code door-sse:} streams; every signal of a client becomes one exchange with a {@link io.patchbay.wire.ConnectionEvent} body, every HTTP
 * request
 * one {@link io.patchbay.wire.HttpRequest}, every record of a topic that is read one {@link io.patchbay.wire.RecordRequest}. What goes out
 * is text
 * on a {@link io.patchbay.wire.ClientConnection} or an {@link io.patchbay.wire.HttpResponse}. Nothing of ours may be imported here, and
 * nothing
 * outside this package may import Vert.x or Netty.
 */
package io.patchbay.wire;

/**
 * Bytes in, text out, no meaning. One HTTP port carries the {@code platform-http:} routes, the {@code door-ws:} WebSocket doors and the
 * {@code door-sse:} streams; every signal of a client becomes one exchange with a {@link io.patchbay.wire.Signal} body, every HTTP request
 * one {@link io.patchbay.wire.HttpAsk}, every record of a topic that is read one {@link io.patchbay.wire.RecordAsk}. What goes out is text
 * on a {@link io.patchbay.wire.Connection} or an {@link io.patchbay.wire.HttpAnswer}. Nothing of ours may be imported here, and nothing
 * outside this package may import Vert.x or Netty.
 */
package io.patchbay.wire;

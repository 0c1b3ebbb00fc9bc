package io.patchbay.wire;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** The one place that reaches below Vert.x's public API. */
final class Sockets {

    private Sockets() { }

    static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }

    /** Closes the socket at once; what is queued for it is lost. (The public close waits until a slow peer has read everything.) */
    static void cut(HttpConnection connection) {
        Channel channel = channel(connection);
        if (channel.isOpen()) {
            channel.pipeline().firstContext().close();
        }
    }
}

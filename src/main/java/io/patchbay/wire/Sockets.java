package io.patchbay.wire;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;

/** The only code below the public API of Vert.x. */
final class Sockets {

    private Sockets() { }

    static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }

    /** Closes the socket at once and drops queued data. (The public close waits until a slow client has read everything.) */
    static void cut(HttpConnection connection) {
        Channel channel = channel(connection);
        if (channel.isOpen()) {
            channel.pipeline().firstContext().close();
        }
    }
}

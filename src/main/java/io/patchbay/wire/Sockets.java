package io.patchbay.wire;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.net.InetSocketAddress;

/** Sockets below the public API of Vert.x and Camel. */
final class Sockets {

    private Sockets() { }

    static Channel channel(HttpConnection connection) {
        return ((ConnectionBase) connection).channel();
    }

    /** The IP address of the client. Empty if it has left already. */
    static String address(Channel channel) {
        return channel.remoteAddress() instanceof InetSocketAddress remote ? remote.getAddress().getHostAddress() : "";
    }

    /** Closes the socket at once and drops queued data. (The public close waits until a slow client has read everything.) */
    static void cut(HttpConnection connection) {
        cut(channel(connection));
    }

    static void cut(Channel channel) {
        if (channel.isOpen()) {
            channel.pipeline().firstContext().close();
        }
    }
}

package io.patchbay;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The address of a port as a client on this machine writes it in a URL: {@code host:port}. */
final class ClientAddress {
    private ClientAddress() { }

    /** @param host of a key: a name or an address, where a wildcard stands for every interface */
    static String of(String host, int port) {
        String name = switch (host) {
            case "0.0.0.0", "::", "0:0:0:0:0:0:0:0" -> "localhost";
            default -> host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
        };
        return name + ":" + port;
    }

    /** @param listening the local address of a socket */
    static String of(InetSocketAddress listening) {
        InetAddress address = listening.getAddress();
        return of(address.isAnyLocalAddress() ? "::" : address.getHostAddress(), listening.getPort());
    }
}

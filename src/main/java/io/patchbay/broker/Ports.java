package io.patchbay.broker;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** The two ports of the broker: one for clients, and one for the controller, a free port on the loopback interface at each start. */
record Ports(int broker, int controller) {
    private static final int ANY = 0;

    /** Probes both while the other is held, so they differ. Kafka would end the process on a used port. */
    static Ports probe(String host, int port) {
        try (ServerSocket broker = new ServerSocket(); ServerSocket controller = new ServerSocket()) {
            bind(broker, InetAddress.getByName(host), port);
            controller.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), ANY));
            return new Ports(broker.getLocalPort(), controller.getLocalPort());
        } catch (UnknownHostException e) {
            throw new UnusableBroker(UnusableBroker.Setting.HOST, "The broker cannot listen on " + host
                    + ": no such host. Name an address of this machine.", e);
        } catch (IOException e) {
            throw new UnusableBroker(UnusableBroker.Setting.NONE, "No free port for the broker's controller: " + e.getMessage(), e);
        }
    }

    /** Whether one of them can no longer be opened. */
    boolean areTaken(String host) {
        try (ServerSocket clients = new ServerSocket(); ServerSocket own = new ServerSocket()) {
            clients.bind(new InetSocketAddress(host, broker));
            own.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), controller));
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static void bind(ServerSocket socket, InetAddress host, int port) throws IOException {
        try {
            socket.bind(new InetSocketAddress(host, port));
        } catch (BindException e) {
            boolean inUse = e.getMessage() != null && e.getMessage().contains("in use");
            String remedy = inUse ? "stop what uses the port or choose another." : "choose an address of this machine and a free port.";
            throw new UnusableBroker(inUse ? UnusableBroker.Setting.PORT : UnusableBroker.Setting.HOST,
                    "The broker cannot listen on " + host.getHostAddress() + ":" + port + " (" + e.getMessage() + "): " + remedy, e);
        }
    }
}

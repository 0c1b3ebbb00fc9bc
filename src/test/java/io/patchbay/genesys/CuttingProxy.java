package io.patchbay.genesys;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Forwards TCP connections to a gateway. A part of a response that holds the marked text does not arrive: its connection is cut. */
final class CuttingProxy implements AutoCloseable {
    private static final int PART = 64 * 1024;

    private final ServerSocket port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger left;
    private final URI gateway;
    private final String marked;

    /** @param times how often it cuts */
    CuttingProxy(URI gateway, String marked, int times) throws IOException {
        this.gateway = gateway;
        this.marked = marked;
        this.left = new AtomicInteger(times);
        threads.execute(this::accept);
    }

    URI http() {
        return URI.create("http://127.0.0.1:" + port.getLocalPort());
    }

    /** How many cuts have not happened yet. */
    int left() {
        return left.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = port.accept();
                Socket server = new Socket(gateway.getHost(), gateway.getPort());
                open.add(client);
                open.add(server);
                threads.execute(() -> forward(client, server, false));
                threads.execute(() -> forward(server, client, true));
            }
        } catch (IOException e) {
            close();
        }
    }

    private void forward(Socket from, Socket to, boolean response) {
        try (from; to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] part = new byte[PART];
            for (int length = in.read(part); length > 0; length = in.read(part)) {
                if (response && new String(part, 0, length, StandardCharsets.UTF_8).contains(marked)
                        && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
                    return;
                }
                out.write(part, 0, length);
                out.flush();
            }
        } catch (IOException e) {
            open.remove(from);
        }
    }

    @Override
    public void close() {
        threads.shutdown();
        try {
            port.close();
            for (Socket socket : open) {
                socket.close();
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.patchbay.wire;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Speaks lines, well or badly. */
final class LineClient implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private volatile long written;
    private long seen = -1;

    LineClient(int port) throws IOException {
        socket = new Socket("127.0.0.1", port);
        socket.setSoTimeout(10_000);
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    LineClient write(String text) throws IOException {
        return write(text.getBytes(StandardCharsets.UTF_8));
    }

    LineClient write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        written += bytes.length;
        return this;
    }

    /** As a script does that pipes its lines. */
    void endOfInput() throws IOException {
        socket.shutdownOutput();
    }

    long written() {
        return written;
    }

    void tryWrite(byte[] bytes) {
        try {
            write(bytes);
        } catch (IOException e) {
            written = Long.MAX_VALUE / 2;
        }
    }

    /** Nothing more could be written since the last time. */
    boolean isStuck() {
        boolean stuck = written > 0 && written == seen;
        seen = written;
        return stuck && written < 50_000_000;
    }

    List<String> read(int count) throws IOException {
        List<String> all = new ArrayList<>();
        while (all.size() < count) {
            all.add(in.readLine());
        }
        return all;
    }

    List<String> toTheEnd() throws IOException {
        return in.lines().toList();
    }

    boolean isCut() {
        try {
            while (in.readLine() != null) {
                written = 0;
            }
            return true;
        } catch (SocketException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    void leave() throws IOException {
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

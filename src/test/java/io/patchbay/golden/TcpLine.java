package io.patchbay.golden;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** One connection to Harmony over TCP, one message a line. */
final class TcpLine implements FarEnd.Line {

    private final Socket socket;
    private final BufferedReader in;

    TcpLine(int port, Duration patience) {
        this(port, patience, 64 * 1024);
    }

    /** @param unread bytes the client's side keeps of what is not read yet */
    TcpLine(int port, Duration patience, int unread) {
        try {
            socket = new Socket();
            socket.setReceiveBufferSize(unread);
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout((int) patience.toMillis());
            in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void send(String text) {
        try {
            socket.getOutputStream().write((text + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Optional<String> next() {
        try {
            return Optional.ofNullable(in.readLine());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Integer> closed() {
        try {
            return in.readLine() == null ? Optional.of(FarEnd.NO_CODE) : Optional.empty();
        } catch (SocketTimeoutException e) {
            return Optional.empty();
        } catch (IOException reset) {
            return Optional.of(FarEnd.NO_CODE);
        }
    }

    @Override
    public void leave() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.patchbay.golden;

import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One WebSocket; what it hears waits in a queue, and an empty entry marks its end. */
final class SocketLine implements FarEnd.Line, WebSocket.Listener {

    private final Duration patience;
    private final BlockingQueue<Optional<String>> heard = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private WebSocket socket;
    private volatile boolean reading = true;

    SocketLine(Duration patience) {
        this.patience = patience;
    }

    void opened(WebSocket opened) {
        socket = opened;
    }

    /** Takes nothing more from the socket. */
    void stopReading() {
        reading = false;
    }

    void readOn() {
        reading = true;
        socket.request(1);
    }

    @Override
    public void send(String text) {
        socket.sendText(text, true).join();
    }

    @Override
    public Optional<String> next() {
        return next(patience);
    }

    Optional<String> next(Duration wait) {
        try {
            Optional<String> frame = heard.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
            if (frame != null && frame.isEmpty()) {
                heard.add(frame);
            }
            return frame == null ? Optional.empty() : frame;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public Optional<Integer> closed() {
        return Optional.ofNullable(closed.completeOnTimeout(null, patience.toMillis(), TimeUnit.MILLISECONDS).join());
    }

    @Override
    public void leave() {
        socket.abort();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            heard.add(Optional.of(partial.toString()));
            partial.setLength(0);
        }
        if (reading) {
            from.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        heard.add(Optional.empty());
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
        heard.add(Optional.empty());
    }
}

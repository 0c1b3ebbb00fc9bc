package io.patchbay.dialect.tiny;

import io.patchbay.door.session.SessionClient;
import io.patchbay.door.session.SessionConnection;
import io.patchbay.door.session.SessionEnd;
import io.patchbay.model.SignInOrigin;
import io.patchbay.wire.ClientConnection;
import java.util.List;
import java.util.Optional;

/** One connection and, once the agent has signed in, its session. */
final class TinyClient implements SessionClient<String> {
    private static final int OVER = 4410;
    private final ClientConnection connection;
    private final TinyEncoder encoder = new TinyEncoder();
    private volatile SessionConnection<TinyClient> session;

    TinyClient(ClientConnection connection) {
        this.connection = connection;
    }

    Optional<SessionConnection<TinyClient>> session() {
        return Optional.ofNullable(session).filter(bound -> !bound.state().isOver());
    }

    void bind(SessionConnection<TinyClient> bound) {
        session = bound;
    }

    SignInOrigin origin() {
        return new SignInOrigin("tiny", connection.remote());
    }

    void say(String line) {
        connection.send(line);
    }

    @Override
    public TinyEncoder encoder() {
        return encoder;
    }

    @Override
    public void send(List<String> frames) {
        frames.forEach(connection::send);
    }

    @Override
    public boolean isBusy() {
        return connection.isBusy();
    }

    @Override
    public void quiet() { }

    @Override
    public void end(SessionEnd why) {
        connection.close(OVER, why.name());
    }
}

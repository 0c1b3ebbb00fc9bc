package io.patchbay.door.session;

import io.patchbay.door.Delivery;
import io.patchbay.door.Snapshot;
import io.patchbay.model.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A client whose dialect tells the names of events, each with the request it answers. */
final class TestClient implements SessionClient<String>, SessionEncoder<String>, BindReply<TestClient> {
    final List<String> told = new CopyOnWriteArrayList<>();
    volatile SessionEnd end;
    volatile boolean quiet;
    volatile SessionConnection<TestClient> connection;

    @Override
    public SessionEncoder<String> encoder() {
        return this;
    }

    @Override
    public List<String> all(Snapshot now, Instant at) {
        return List.of(now.replicas().agent().channels().size() + " channels");
    }

    @Override
    public List<String> step(Delivery step) {
        String name = step.recorded().event().name().replace("agent.", "");
        return List.of(connection.requests().settle(step.recorded()).map(request -> name + " for " + request).orElse(name));
    }

    @Override
    public void send(List<String> frames) {
        told.addAll(frames);
    }

    @Override
    public boolean isBusy() {
        return false;
    }

    @Override
    public void quiet() {
        quiet = true;
    }

    @Override
    public void end(SessionEnd why) {
        end = why;
    }

    @Override
    public void bound(SessionConnection<TestClient> bound) {
        connection = bound;
    }

    @Override
    public void done(boolean reset) {
        told.add(reset ? "bound anew" : "bound");
    }

    @Override
    public void refused(Outcome.Refused why) {
        told.add("refused " + why.reason());
    }
}

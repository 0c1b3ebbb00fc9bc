package io.patchbay.golden;

import java.util.Optional;

/** A line on which what is secret is marked on its way out, and looked for in what comes in. */
record MarkedLine(FarEnd.Line line, Secrets secrets, String client) implements FarEnd.Line {

    @Override
    public void send(String text) {
        line.send(secrets.sent(text));
    }

    @Override
    public void mark(String marker) {
        line.mark(marker);
    }

    @Override
    public Optional<String> next() {
        Optional<String> frame = line.next();
        frame.ifPresent(text -> secrets.look("a frame to " + client, text));
        return frame;
    }

    @Override
    public Optional<Integer> closed() {
        return line.closed();
    }

    @Override
    public void leave() {
        line.leave();
    }
}

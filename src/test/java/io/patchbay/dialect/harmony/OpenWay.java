package io.patchbay.dialect.harmony;

import io.patchbay.contract.Connection;

/** Harmony over a connection that stays open. */
record OpenWay(Connection connection) implements HarmonyContract.Way {
    @Override
    public void send(String request) {
        connection.send(request);
    }

    @Override
    public String next() {
        return connection.next();
    }

    @Override
    public void sendAndLeave(String request) {
        send(request);
        leave();
    }

    @Override
    public void leave() {
        connection.cut();
    }
}

package io.patchbay.dialect.acqueon;

import com.fasterxml.jackson.databind.JsonNode;

/** A client of one WebSocket. A channel signs it in, and out when it closes. */
abstract class SocketClient implements AcqueonContract.Toggling {
    final CiscoClient client;
    private boolean ready;

    SocketClient(CiscoClient client) {
        this.client = client;
    }

    @Override
    public boolean toggle() {
        ready = !ready;
        return ready;
    }

    @Override
    public void send(String request) {
        client.send(request);
    }

    @Override
    public Answer answer() {
        JsonNode answer = client.await(envelope -> envelope.has("requestId") || !CiscoClient.error(envelope).isEmpty());
        return new Answer(answer.toString(), AcqueonContract.refusal(answer));
    }

    @Override
    public void sendAndLeave(String request) {
        client.send(request);
        client.cut();
    }
}

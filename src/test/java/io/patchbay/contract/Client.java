package io.patchbay.contract;

/** A client that is signed in at the door under test. Its requests are answered in their order. */
public interface Client extends AutoCloseable {

    /** What came back for one request. @param refusal the code of the refusal; empty when the request was accepted */
    record Answer(String text, String refusal) { }

    /** Sends one request and waits for nothing. @param request as the dialect writes it */
    void send(String request);

    /** The next answer. Events in between are passed over. */
    Answer answer();

    default Answer ask(String request) {
        send(request);
        return answer();
    }

    /** Sends one request and cuts its connection at once. Nothing is signed out. */
    void sendAndLeave(String request);

    /** Signs out, so that nothing of it remains, and leaves. */
    @Override
    void close();
}

package io.patchbay.dialect.acqueon;

import io.patchbay.dialect.acqueon.frame.AcqueonEvent;
import io.patchbay.dialect.acqueon.frame.Notice;
import io.patchbay.dialect.acqueon.request.AcqueonRefused;
import io.patchbay.dialect.acqueon.words.Flavour;
import io.patchbay.door.Replicas;
import io.patchbay.model.AgentId;
import io.patchbay.model.CommandId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** The side that sent an envelope: a socket, or one POST. Thread-safe. No method blocks. */
interface Sender {

    /** The address of the client. */
    String remote();

    /** The user of the credentials that every envelope of it comes with. */
    Optional<AgentId> credentials();

    /** The connection, for the report of an unreadable envelope. */
    Optional<String> connection();

    /** Whether one more envelope is allowed. Counts each time. */
    boolean mayAsk();

    /**
     * Empty before a sign-in and after the agent signed out. A connection that signed in with its credentials takes the channel of its
     * first envelope.
     *
     * @param asked the channel of the envelope, if it names one
     */
    Optional<SignedIn> signedIn(Optional<Flavour> asked);

    /** From now on it acts for this agent. Completes when a socket has its burst. @param burst for a socket, before the events */
    CompletionStage<Void> begin(SignedIn who, Function<Replicas, List<Notice>> burst);

    /** The answer to a question, for the socket, or for all sockets of the agent. */
    CompletionStage<Void> sync(SignedIn who, Function<Replicas, List<Notice>> burst);

    /** The first event of this command repeats the id. */
    void expect(CommandId command, String requestId);

    /** No event of this command comes. */
    void forget(CommandId command);

    /** A direct answer to the envelope, on any topic. */
    void answer(AcqueonEvent event, Optional<String> requestId);

    /** @param flavour the channel of the refusal */
    void refuse(AcqueonRefused why, Flavour flavour, Optional<String> requestId);

    /** It gets the events of these topics only. */
    void narrow(Set<String> topics);

    /** Whether it is this connection. */
    boolean is(AcqueonSocket socket);
}

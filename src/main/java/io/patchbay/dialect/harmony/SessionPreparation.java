package io.patchbay.dialect.harmony;

import io.patchbay.dialect.harmony.request.HarmonyData;
import io.patchbay.dialect.harmony.request.HarmonyReplies;
import io.patchbay.dialect.harmony.request.HarmonyRequest;
import io.patchbay.dialect.harmony.request.RequestRefused;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.SignIn;
import io.patchbay.door.session.ClientSessions;
import io.patchbay.door.session.SessionStart;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Outcome;
import io.patchbay.model.Reason;
import io.patchbay.model.SessionId;
import io.patchbay.model.SignInOrigin;
import io.patchbay.reading.Roles;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** prepareSession: says which agent the client is and makes it a client of that agent's session. */
record SessionPreparation(ClientSessions<HarmonySession> sessions, SignIn signIn, HarmonySession.Factory clients, HarmonyReplies replies) {

    /** Completes with {@link RequestRefused} when the credentials are wrong. */
    CompletionStage<PendingCommand<HarmonyCompletion>> ask(HarmonyClient client, HarmonyRequest request) {
        if (client.bound().isPresent()) {
            throw RequestRefused.with(HarmonyCode.ALREADY_BOUND, "This connection is bound to a session. Log out first.");
        }
        HarmonyData data = request.data();
        data.textIfAny("model");
        boolean override = data.flag("override");
        return authenticate(signIn, data, client.remote()).thenApply(entry -> prepare(client, request, entry, override));
    }

    /** Completes with {@link RequestRefused} when the credentials in the data are no agent's. */
    static CompletionStage<AgentEntry> authenticate(SignIn signIn, HarmonyData data, String address) {
        HarmonyData agent = data.object("agent");
        return signIn.authenticate(agent.text("id"), agent.text("password"), new SignInOrigin(HarmonyDoor.DIALECT, address))
                .thenApply(found -> found.filter(Roles::works).match(entry -> entry, () -> {
                    throw RequestRefused.with(HarmonyCode.NOT_AUTHENTICATED,
                            "Agent and password do not match. Send the credentials of an agent.");
                }, slowed -> {
                    throw RequestRefused.with(HarmonyCode.TOO_MANY_REQUESTS, slowed.sentence());
                }));
    }

    private PendingCommand<HarmonyCompletion> prepare(HarmonyClient client, HarmonyRequest request, AgentEntry entry, boolean override) {
        SessionStart start = sessions.start(entry.id(), override);
        return new PendingCommand<>(outcome -> answer(client, request, entry, start.session(), outcome), Optional.of(start.command()));
    }

    private CompletionStage<Void> answer(HarmonyClient client, HarmonyRequest request, AgentEntry entry, SessionId session,
                                         Outcome outcome) {
        if (outcome.isAccepted()) {
            return sessions.started(entry, session, clients.make(client, entry.id(), session),
                    new HarmonyBindReply(client, request, replies, reset -> replies.prepared(request, session)));
        }
        if (outcome instanceof Outcome.Refused refused && refused.reason() != Reason.ALREADY_BOUND) {
            client.send(replies.failure(request, HarmonyCode.of(refused.reason()), refused.detail()));
        } else {
            client.send(replies.confirm(request));
        }
        return CompletableFuture.completedFuture(null);
    }
}

package io.patchbay.dialect.harmony;

import com.fasterxml.jackson.databind.JsonNode;
import io.patchbay.dialect.harmony.request.HarmonyData;
import io.patchbay.dialect.harmony.request.HarmonyReplies;
import io.patchbay.dialect.harmony.request.HarmonyRequest;
import io.patchbay.dialect.harmony.request.RequestRefused;
import io.patchbay.dialect.harmony.words.HarmonyCode;
import io.patchbay.door.PendingCommand;
import io.patchbay.door.SignIn;
import io.patchbay.door.session.ClientSessions;
import io.patchbay.model.AgentEntry;
import io.patchbay.model.Command;
import io.patchbay.model.Outcome;
import io.patchbay.model.SessionId;
import io.patchbay.model.Subject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** bindSession (BINDINGS, Harmony): a client comes back to its session, maybe at another member, and gets what it missed. */
record SessionResumption(ClientSessions<HarmonySession> sessions, SignIn signIn, HarmonySession.Factory clients, HarmonyReplies replies) {

    /** Completes with {@link RequestRefused} when the credentials are wrong. */
    CompletionStage<PendingCommand<HarmonyCompletion>> ask(HarmonyClient client, HarmonyRequest request) {
        if (client.bound().isPresent()) {
            throw RequestRefused.with(HarmonyCode.ALREADY_BOUND, "This connection is bound to a session. Log out first.");
        }
        HarmonyData data = request.data();
        SessionId session = new SessionId(data.object("session").text("id"));
        boolean override = data.flag("override");
        Map<Subject, Long> after = after(data.objectOrEmpty("after"));
        return SessionPreparation.authenticate(signIn, data, client.remote()).thenApply(entry -> {
            Command command = sessions.resume(entry.id(), session, override).command();
            return new PendingCommand<>(outcome -> answer(client, request, entry, session, after, outcome), Optional.of(command));
        });
    }

    private static Map<Subject, Long> after(HarmonyData data) {
        Map<Subject, Long> after = new HashMap<>();
        data.node().properties().forEach(member -> {
            JsonNode number = member.getValue();
            if (!number.isIntegralNumber() || !number.canConvertToLong() || number.longValue() < 0) {
                throw data.wrong(member.getKey(), "the number of an event, a whole number");
            }
            try {
                after.put(Subject.parse(member.getKey()), number.longValue());
            } catch (IllegalArgumentException e) {
                throw RequestRefused.with(HarmonyCode.INVALID_DATA,
                        "The members of data.after must be subjects of events, such as agent/ana.");
            }
        });
        return after;
    }

    private CompletionStage<Void> answer(HarmonyClient client, HarmonyRequest request, AgentEntry entry, SessionId session,
                                         Map<Subject, Long> after, Outcome outcome) {
        if (outcome.isAccepted()) {
            return sessions.resumed(entry, session, after, clients.make(client, entry.id(), session),
                    new HarmonyBindReply(client, request, replies, reset -> replies.bound(request, session, reset)));
        }
        client.send(outcome instanceof Outcome.Refused refused
                ? replies.failure(request, HarmonyCode.of(refused.reason()), refused.detail())
                : replies.failure(request, HarmonyCode.INTERNAL,
                        "The gateway failed to bind the session. Try again or send prepareSession."));
        return CompletableFuture.completedFuture(null);
    }
}
